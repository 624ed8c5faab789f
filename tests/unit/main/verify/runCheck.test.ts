import { open } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../../main/system/chooseLocale';
import { answersOf, runCheck } from '../../../../main/verify/runCheck';
import { readBytes, Unreadable } from '../../../../main/verify/Unreadable';
import { AppError } from '../../../../shared/model/errors';

const run = (find: () => Promise<readonly string[]>) =>
  runCheck(
    'a check',
    'it',
    () => 'Passed.',
    async () => (await find()).map((problem) => () => problem),
  );
const failingWith = (error: Error) => run(() => Promise.reject(error));

describe('a check', () => {
  test('passes where nothing is found, and names three of the problems that are', async () => {
    expect(await run(() => Promise.resolve([]))).toMatchObject({
      name: 'a check',
      file: 'it',
      ok: true,
      detail: 'Passed.',
    });
    const { ok, detail } = await run(() => Promise.resolve(['a', 'b', 'a', 'c', 'd', 'e']));
    expect({ ok, detail }).toEqual({ ok: false, detail: 'a; b; c, and 2 more.' });
  });

  test.each([
    ['a tool', () => Promise.reject(new AppError('TOOL_FAILED', 'It failed.', 'Export again.'))],
    ['a reader', () => Promise.reject(new Unreadable('it is cut short'))],
    ['the disk', async () => (await open('/nowhere/at/all')).readFile('utf8')],
    ['bytes that end too early', () => readBytes(() => [String(Buffer.alloc(2).readUInt32BE(0))])],
    [
      'bytes that are no text',
      () => readBytes(() => [new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from([255]))]),
    ],
  ])('fails where %s refuses, which is no defect', async (_who, find) => {
    const check = await run(async () => [await find()].flat());
    expect(check).toMatchObject({
      name: 'a check',
      file: 'it',
      ok: false,
      detail: 'this could not be examined.',
    });
    expect(check).not.toHaveProperty('cause');
  });

  test.each([
    ['a TypeError', new TypeError('x is not a function')],
    ['a RangeError', new RangeError('Maximum call stack size exceeded')],
    ['an error without a name', new Error('three sounds are compared')],
  ])('fails on %s, says that it is a defect, and keeps the cause', async (_what, error) => {
    const check = await failingWith(error);
    expect(check).toMatchObject({ ok: false, cause: error });
    expect(check.detail).toContain('defect of Withheld');
    expect(check.detail).not.toContain(error.message);
  });

  test('a defect inside of a reader stays a defect', async () => {
    const broken = () => (undefined as unknown as string[]).length.toString();
    expect(await run(async () => [await readBytes(broken)])).toMatchObject({
      ok: false,
      cause: expect.any(TypeError) as unknown,
    });
  });

  test('tells its answer in the language that is asked for, whichever it was run in', async () => {
    const check = await failingWith(new Unreadable('it is cut short'));
    expect(sayIn('ru', () => check.say?.())).toBe('проверить это не удалось.');
    expect(check.say?.()).toBe(check.detail);
  });

  test.each(['CANCELLED', 'TOOL_MISSING', 'TRANSCRIBER_FAILED'] as const)(
    '%s says nothing about the export, and ends the verification',
    async (code) => {
      const error = new AppError(code, 'It ended.', 'Start again.');
      await expect(failingWith(error)).rejects.toBe(error);
    },
  );
});

test('answers hold no cause; each defect is told once, however many checks ran into it', async () => {
  const [one, other] = [new TypeError('one'), new TypeError('other')];
  const defects: unknown[] = [];
  const runs = [
    await failingWith(one),
    await failingWith(one),
    await failingWith(other),
    await run(() => Promise.resolve([])),
  ];
  const answers = answersOf(runs, (defect) => defects.push(defect));
  expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, true]);
  expect(answers.some((answer) => 'cause' in answer)).toBe(false);
  expect(defects).toEqual([one, other]);
});
