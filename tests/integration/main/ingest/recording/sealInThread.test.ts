import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import { Vault } from '../../../../../main/vault/Vault';
import { AppError } from '../../../../../shared/model/errors';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';

const at = useTemporaryFolder();
/** Noise that no codec makes smaller, in both streams. */
const NOISE = [
  ...['-f', 'lavfi', '-i', 'nullsrc=s=640x480:r=25:d=8,geq=random(1)*255:128:128'],
  ...['-f', 'lavfi', '-i', 'anoisesrc=r=48000:d=8:a=0.5'],
];

test.each(['picture', 'sound'] as const)(
  'a disk that is full while the %s is sealed ends it, with nothing left',
  async (full) => {
    const recording = at(`noise ${full}.mkv`);
    await ffmpeg(
      ...NOISE,
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-qp',
      '1',
      '-c:a',
      'pcm_s16le',
      recording,
    );
    const folder = at(full);
    await mkdir(folder);
    const making = Vault.createWith(join(folder, 'it.withheld'), 'secret', async (vault) => {
      const real = vault.mediaWriter.bind(vault);
      vi.spyOn(vault, 'mediaWriter').mockImplementation((part) => (part === full ? fullDisk() : real(part)));
      await importMedia(vault, recording);
    });
    await expect(making).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

/** Takes a chunk and has no room for the next. */
function fullDisk(): Writable {
  let chunks = 0;
  return new Writable({
    write: (_bytes, _encoding, done) =>
      done(chunks++ === 0 ? null : new AppError('DISK_FULL', 'The disk is full.', 'Free some space.')),
    final: (done) => done(new AppError('DISK_FULL', 'The disk is full.', 'Free some space.')),
  });
}
