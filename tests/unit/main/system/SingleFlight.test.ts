import { describe, expect, test } from 'vitest';
import { SingleFlight } from '../../../../main/system/SingleFlight';

/** Makes work that ends when it is told to. It counts how often it was begun and given up. */
function makeWork() {
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  let aborted = 0;
  const work = (signal: AbortSignal) =>
    new Promise<number>((resolve, reject) => {
      ends.push({ resolve, reject });
      signal.addEventListener('abort', () => {
        aborted++;
        reject(new Error('given up'));
      });
    });
  return { work, ends, aborted: () => aborted };
}

describe('work that several want', () => {
  test('is done once, also for who asks afterwards', async () => {
    const flights = new SingleFlight<object, number>();
    const key = {};
    const { work, ends } = makeWork();
    const both = [flights.run(key, work), flights.run(key, work)];
    ends[0]?.resolve(7);
    expect(await Promise.all([...both, flights.run(key, work)])).toEqual([7, 7, 7]);
    expect(ends).toHaveLength(1);
  });

  test('is done anew after it failed', async () => {
    const flights = new SingleFlight<object, number>();
    const key = {};
    const { work, ends } = makeWork();
    const first = flights.run(key, work);
    ends[0]?.reject(new Error('no'));
    await expect(first).rejects.toThrow('no');
    const second = flights.run(key, work);
    ends[1]?.resolve(1);
    expect(await second).toBe(1);
  });

  test('goes on for the others when one gives up', async () => {
    const flights = new SingleFlight<object, number>();
    const key = {};
    const { work, ends, aborted } = makeWork();
    const impatient = new AbortController();
    const first = flights.run(key, work, impatient.signal);
    const second = flights.run(key, work);
    impatient.abort();
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(aborted()).toBe(0);
    ends[0]?.resolve(3);
    expect(await second).toBe(3);
  });

  test('ends when all have given up, and whoever comes then has it done anew', async () => {
    const flights = new SingleFlight<object, number>();
    const key = {};
    const { work, ends, aborted } = makeWork();
    const impatient = new AbortController();
    const first = flights.run(key, work, impatient.signal);
    impatient.abort();
    const second = flights.run(key, work);
    await expect(first).rejects.toThrow('given up');
    expect(aborted()).toBe(1);
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.resolve(5);
    expect(await second).toBe(5);
  });
});
