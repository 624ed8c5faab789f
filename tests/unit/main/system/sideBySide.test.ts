import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { sideBySide } from '../../../../main/system/sideBySide';
import { cancelled } from '../../../../main/system/runTool';

/** Works until it is stopped, and takes a moment to end then. */
const untilStopped = (ended: string[]) => async (signal: AbortSignal) => {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  await setTimeout(5);
  ended.push('stopped');
  throw cancelled();
};

describe('two pieces of work side by side', () => {
  test('give both results, and neither waits for the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await setTimeout(1);
      order.push(`${name} ends`);
      return name;
    };
    expect(await sideBySide(undefined, work('one'), work('other'))).toEqual(['one', 'other']);
    expect(order.slice(0, 2)).toEqual(['one begins', 'other begins']);
  });

  test.each([0, 1])(
    'tell the failure of one when the other has been stopped and has ended',
    async (which) => {
      const ended: string[] = [];
      const failing = () => Promise.reject(new Error('broken'));
      const pair = [untilStopped(ended), failing] as const;
      const [one, other] = which === 0 ? pair : [pair[1], pair[0]];
      await expect(sideBySide<unknown, unknown>(undefined, one, other)).rejects.toThrow('broken');
      expect(ended).toEqual(['stopped']);
    },
  );

  test('are both stopped by the caller', async () => {
    const ended: string[] = [];
    const stop = new AbortController();
    const both = sideBySide(stop.signal, untilStopped(ended), untilStopped(ended));
    stop.abort();
    await expect(both).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(ended).toHaveLength(2);
  });
});
