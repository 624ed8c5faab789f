import { expect } from 'vitest';
import { expectWithin } from './patience';

/**
 * Cancels work as soon as it says that it has begun, and expects it to end as cancelled within two seconds.
 * @param work gets the signal that cancels it, and the function to call once it has begun.
 */
export async function cancelSoon(
  work: (signal: AbortSignal, begun: () => void) => Promise<unknown>,
): Promise<void> {
  const controller = new AbortController();
  let cancelled = Infinity;
  const begun = () => {
    if (controller.signal.aborted) return;
    cancelled = performance.now();
    controller.abort();
  };
  await expect(work(controller.signal, begun)).rejects.toMatchObject({ code: 'CANCELLED' });
  await expectWithin(2000, performance.now() - cancelled);
}
