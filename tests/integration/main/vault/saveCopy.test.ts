import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Vault } from '../../../../main/vault/Vault';
import type { Progress } from '../../../../shared/contract/envelope';
import type { Command } from '../../../../shared/document/commands';
import { readAll, useTemporaryFolder } from '../../../support/makeMedia';

const PASSPHRASE = 'Grüner Tee, 3 Löffel';
const WORD = 'lanternfish';
const at = useTemporaryFolder();
const sound = Buffer.concat([randomBytes(3_000_000), Buffer.from(WORD.repeat(100)), randomBytes(50_000)]);

let count = 0;
let original: Vault;
let path: string;
beforeEach(async () => {
  path = at(`original ${++count}.withheld`);
  original = await Vault.createWith(path, PASSPHRASE, async (made) => {
    await pipeline(Readable.from([sound]), made.mediaWriter('sound'));
    made.execute(setMedia);
  });
});
afterEach(() => original.close());

const track = {
  codec: 'aac',
  sampleRate: 8000,
  channels: 1,
  layout: 'mono',
  bitDepth: null,
  float: false,
} as const;
const setMedia: Command = {
  label: 'test',
  steps: [{ type: 'setMedia', media: { duration: 1, picture: null, tracks: [track], track: 0 } }],
};
const say = (id: number): Command => ({
  label: 'test',
  steps: [
    {
      type: 'replaceWords',
      at: 0,
      remove: 0,
      words: [{ id: `w${id}`, text: `${WORD}${id}`, start: null, end: null }],
    },
  ],
});
const quietly = { signal: new AbortController().signal, onProgress: () => undefined };
const textsOf = ({ document }: Vault) => document.words.map(({ text }) => text);

it('has the recording, what was done, and what the first file did not take, under the same passphrase', async () => {
  original.execute(say(1));
  rmSync(path);
  expect(() => original.execute(say(2))).toThrow(
    expect.objectContaining({ code: 'FILE_NOT_FOUND' }) as Error,
  );

  const target = at(`copy ${count}.withheld`);
  const told: Progress[] = [];
  const copy = await original.saveCopy(target, [say(2), say(3)], {
    ...quietly,
    onProgress: (progress) => told.push(progress),
  });
  copy.execute(say(4));
  copy.close();
  expect(told.at(-1)).toMatchObject({ stage: 'copy', done: sound.length, total: sound.length });
  expect(readFileSync(target).includes(WORD)).toBe(false);
  expect(existsSync(path)).toBe(false);
  expect(textsOf(original)).toEqual([`${WORD}1`]);

  await expect(Vault.open(target, 'something else')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  const again = await Vault.open(target, PASSPHRASE);
  expect(textsOf(again)).toEqual([4, 3, 2, 1].map((id) => `${WORD}${id}`));
  expect((await readAll(again.readMedia('sound'))).equals(sound)).toBe(true);
  again.close();
});

it('leaves nothing when it is cancelled, does not fit, or would take the place of a file', async () => {
  const before = readdirSync(dirname(path));
  const target = at(`none ${count}.withheld`);
  const controller = new AbortController();
  const cancelled = original.saveCopy(target, [], {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  await expect(original.saveCopy(target, [say(1), say(1)], quietly)).rejects.toMatchObject({
    code: 'CHANGE_INVALID',
  });
  expect(readdirSync(dirname(path))).toEqual(before);
  writeFileSync(target, 'mine');
  await expect(original.saveCopy(target, [], quietly)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(target, 'utf8')).toBe('mine');
});
