import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportAudio } from '../../../../../main/export/sound/exportAudio';
import { exportedTrack } from '../../../../../main/export/sound/exportedTrack';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import { runTool } from '../../../../../main/system/runTool';
import { Vault } from '../../../../../main/vault/Vault';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'withheld-length-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Samples in a packet of AAC. */
const PACKET = 1024;

// A millisecond has 48 samples. A length in milliseconds leaves out a last packet of up to half of that.
it.each([1, 23, 24, PACKET - 1, PACKET])(
  'hides nothing when the last packet has %i samples',
  async (rest) => {
    const source = join(folder, `${rest}.wav`);
    const exported = join(folder, `${rest}.m4a`);
    const samples = 100 * PACKET + rest;
    const sine = `sine=sample_rate=48000,atrim=end_sample=${samples}`;
    const tool = runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', sine, source]);
    tool.stdin.end();
    expect((await tool.done).code).toBe(0);

    const vault = await Vault.createWith(
      join(folder, `${rest}.withheld`),
      'a passphrase',
      async (created) => {
        await importMedia(created, source);
      },
    );
    try {
      const { media } = vault.document;
      if (!media) throw new Error('nothing was imported');
      await exportAudio(vault, 'm4a', exportedTrack(media), { path: exported, spans: [], blur: 'noise' });
    } finally {
      vault.close();
    }
    expect(await checkStreams(new ExportedFile(exported, 'recording.m4a'), 'm4a')).toMatchObject({
      ok: true,
    });
  },
);
