import type { Progress } from '../../shared/contract/envelope';
import type { CallContext } from './Handlers';

/** Rough shares of the time of all phases. Progress of a phase that is not named is passed on as it is. */
export type Phases = Partial<Record<Progress['stage'], number>>;

/** Share of the work after which its pace tells how long the rest takes. */
const PACE_KNOWN_SHARE = 0.03;

/**
 * Does work of several phases, and makes their progress read as one. Each report tells, beside the progress of its own
 * phase, how far all of it is (`overall`, 0 to 1), which never goes back, and the time that all of it took and will
 * take.
 * @param phases in their order.
 */
export async function asOneProgress<T>(
  context: CallContext,
  phases: Phases,
  work: (context: CallContext) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const stages = Object.entries(phases);
  const total = stages.reduce((sum, [, share]) => sum + share, 0);
  const before = new Map(
    stages.map(([stage], i) => [stage, stages.slice(0, i).reduce((sum, [, share]) => sum + share, 0)]),
  );
  let overall = 0;
  const told: Progress[] = [];
  const tell = (progress: Progress, reached: number) => {
    overall = Math.max(overall, Math.min(1, reached));
    const elapsed = (performance.now() - started) / 1000;
    const left = overall >= PACE_KNOWN_SHARE ? (elapsed * (1 - overall)) / overall : null;
    told[0] = { ...progress, overall, elapsed, left };
    context.onProgress(told[0]);
  };
  const result = await work({
    ...context,
    onProgress: (progress) => {
      const share = phases[progress.stage];
      if (share === undefined) return context.onProgress(progress);
      const done = progress.total > 0 ? progress.done / progress.total : 0;
      tell(progress, ((before.get(progress.stage) ?? 0) + share * done) / total);
    },
  });
  // The last phases report nothing if they have nothing to do, so the end is reported here.
  if (told[0]) tell(told[0], 1);
  return result;
}
