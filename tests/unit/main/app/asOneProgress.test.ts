import { expect, it } from 'vitest';
import { asOneProgress } from '../../../../main/app/asOneProgress';
import type { Progress } from '../../../../shared/contract/envelope';

const step = (stage: Progress['stage'], done: number): Progress => ({
  stage,
  unit: 'seconds',
  done,
  total: 10,
  elapsed: 0,
  left: null,
});

it('phases are one progress from 0 to 1 that never goes back, also where one has nothing to do', async () => {
  const told: Progress[] = [];
  const context = { signal: new AbortController().signal, onProgress: (one: Progress) => told.push(one) };
  const phases = { listen: 10, transcribe: 80, align: 10 };
  const done = await asOneProgress(context, phases, ({ onProgress }) => {
    for (const stage of ['listen', 'transcribe', 'listen'] as const)
      for (const at of [0, 5, 10]) onProgress(step(stage, at));
    onProgress(step('prepare', 5));
    return Promise.resolve('done');
  });
  expect(done).toBe('done');
  expect(told.map(({ overall }) => overall)).toEqual([
    0,
    0.05,
    0.1,
    0.1,
    0.5,
    0.9,
    0.9,
    0.9,
    0.9,
    undefined,
    1,
  ]);
});

it('what fails is not told as finished', async () => {
  const told: Progress[] = [];
  const context = { signal: new AbortController().signal, onProgress: (one: Progress) => told.push(one) };
  const failing = asOneProgress(context, { listen: 1, transcribe: 1 }, ({ onProgress }) => {
    onProgress(step('listen', 10));
    return Promise.reject(new Error('it failed'));
  });
  await expect(failing).rejects.toThrow('it failed');
  expect(told.map(({ overall }) => overall)).toEqual([0.5]);
});
