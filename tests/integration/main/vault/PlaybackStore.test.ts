import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { Vault } from '../../../../main/vault/Vault';
import { readAll, useTemporaryFolder } from '../../../support/makeMedia';

const at = useTemporaryFolder();
const PASSPHRASE = 'a passphrase';
const MIB = 2 ** 20;

/** Makes a project with a recording. Without one, opening the project throws away what there is to play. */
async function createWithRecording(path: string): Promise<Vault> {
  const vault = await Vault.create(path, PASSPHRASE);
  const track = {
    codec: 'flac',
    sampleRate: 48_000,
    channels: 1,
    layout: 'mono',
    bitDepth: 16,
    float: false,
  };
  const media = { duration: 1, picture: null, tracks: [track], track: 0 };
  vault.execute({ label: 'Import recording', steps: [{ type: 'setMedia', media }] });
  return vault;
}

const write = (vault: Vault, body: Buffer) => pipeline(Readable.from([body]), vault.playbackWriter());

test('head and body are read as one, from anywhere, also after another opening', async () => {
  const path = at('whole.withheld');
  const made = await createWithRecording(path);
  const [head, body] = [randomBytes(3000), randomBytes(3 * MIB + 77)];
  await write(made, body);
  made.finishPlayback(head, new Uint8Array([0, 7, 255]));
  made.close();

  const vault = await Vault.open(path, PASSPHRASE);
  const whole = Buffer.concat([head, body]);
  expect(vault.mediaSize('playback')).toBe(whole.length);
  expect([...(vault.playbackPeaks ?? [])]).toEqual([0, 7, 255]);
  expect((await readAll(vault.readMedia('playback'))).equals(whole)).toBe(true);
  const place = fc.oneof(fc.nat(4000), fc.nat(whole.length + 10));
  await fc.assert(
    fc.asyncProperty(place, place, async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const read = await readAll(vault.readMedia('playback', { from, to }));
      expect(read.equals(whole.subarray(from, to))).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(() => vault.playbackWriter()).toThrow();
  vault.close();
});

test('what was not finished is not there, and nothing of it is left in what is made after it', async () => {
  const path = at('half.withheld');
  const made = await createWithRecording(path);
  expect(made.mediaSize('playback')).toBe(0);
  expect(await readAll(made.readMedia('playback'))).toHaveLength(0);
  await write(made, randomBytes(5 * MIB));
  expect(made.mediaSize('playback')).toBe(0);
  made.close();

  const vault = await Vault.open(path, PASSPHRASE);
  expect(vault.mediaSize('playback')).toBe(0);
  expect(vault.playbackPeaks).toBeNull();
  const [head, body] = [randomBytes(10), randomBytes(2 * MIB)];
  await write(vault, body);
  vault.finishPlayback(head, new Uint8Array(1));
  const whole = await readAll(vault.readMedia('playback'));
  expect(whole.equals(Buffer.concat([head, body]))).toBe(true);
  vault.close();
});

test('it goes with the recording that it is of', async () => {
  const vault = await Vault.create(at('cleared.withheld'), PASSPHRASE);
  await write(vault, randomBytes(MIB + 1));
  vault.finishPlayback(randomBytes(10), new Uint8Array(1));
  await vault.clearMedia();
  expect(vault.mediaSize('playback')).toBe(0);
  expect(vault.playbackPeaks).toBeNull();
  await write(vault, randomBytes(3));
  vault.finishPlayback(randomBytes(2), new Uint8Array(1));
  expect(vault.mediaSize('playback')).toBe(5);
  vault.close();
});
