import fc from 'fast-check';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportOptions } from '../../../../main/export/planExport';
import { maskRanges } from '../../../../shared/mask/maskRanges';
import { coveredAreas } from '../../../../main/export/picture/cover/coveredAreas';
import { AUDIO_FORMATS, BLURS, TEXT_FORMATS } from '../../../../shared/model/formats';
import type { ProjectDocument } from '../../../../shared/document/document';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { isTimed } from '../../../../shared/model/word';
import { shortPair } from '../../../support/withheldPair';
import { makeProject, runExport } from '../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { noisePixels } from '../../../support/makePicture';

const at = useTemporaryFolder();
const SIZE = { width: 64, height: 48 };
const FRAME_RATE = 10;

type Picture = 'keep' | 'cover' | 'none';

const settings = fc.record({
  rate: fc.constantFrom(8000, 16_000, 44_100, 48_000),
  channels: fc.constantFrom(1, 2, 6),
  picture: fc.constantFrom<Picture>('keep', 'cover', 'none'),
  audioFormat: fc.constantFrom(...AUDIO_FORMATS),
  blur: fc.constantFrom(...BLURS),
  disguise: fc.boolean(),
});
type Settings = ReturnType<typeof settings.generate>['value'];

/** Seconds of the recording, which ends a little after the last word or mark. */
const lengthOf = ({ words, mentions }: ProjectDocument) =>
  Math.max(...words.filter(isTimed).map(({ end }) => end), ...mentions.map(({ span }) => span?.to ?? 0)) +
  0.7;

/** Makes a recording of noise. The other one of the pair differs in all that is withheld, in sound and picture. */
async function record(
  path: string,
  document: ProjectDocument,
  { rate, channels, picture }: Settings,
  other: boolean,
): Promise<void> {
  const seconds = lengthOf(document);
  const { spans } = buildPlan(document);
  const pcm = noisePixels(Math.round(seconds * rate) * channels * 2, 3);
  const frames = Array.from({ length: Math.ceil(seconds * FRAME_RATE) }, (_, n) =>
    noisePixels((SIZE.width * SIZE.height * 3) / 2, n),
  );
  if (other) {
    for (const { first, end } of maskRanges(spans, rate)) {
      const from = first * channels * 2;
      noisePixels(pcm.length, 4).copy(pcm, from, from, end * channels * 2);
    }
    const times = frames.map((_, n) => n / FRAME_RATE);
    const areas = picture === 'cover' ? [...coveredAreas(times, { spans, covers: [] })] : [];
    for (const [n, area] of areas.entries()) if (area === 'all') frames[n]?.fill(n);
  }
  await writeFile(`${path}.pcm`, pcm);
  await writeFile(`${path}.raw`, Buffer.concat(frames));
  const size = `${SIZE.width}x${SIZE.height}`;
  await ffmpeg(
    ...['-f', 's16le', '-ar', `${rate}`, '-ac', `${channels}`, '-i', `${path}.pcm`],
    ...(picture === 'none'
      ? []
      : ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', size, '-r', `${FRAME_RATE}`, '-i', `${path}.raw`]),
    ...['-c:a', 'pcm_s16le', '-c:v', picture === 'keep' ? 'libx264' : 'ffv1', path],
  );
}

async function exported(name: string, document: ProjectDocument, chosen: Settings, other: boolean) {
  const recording = at(`${name}.mkv`);
  await record(recording, document, chosen, other);
  const vault = await makeProject(at(`${name}.withheld`), recording);
  const { words, speakers, entities, mentions, chapters } = document;
  vault.execute({
    label: 'Fill',
    steps: [
      { type: 'setTranscript', language: 'en', words, speakers, transcription: null },
      ...entities.map((entity) => ({ type: 'putEntity' as const, entity })),
      ...mentions.map((mention) => ({ type: 'putMention' as const, mention })),
      ...chapters.map((chapter) => ({ type: 'putChapter' as const, chapter })),
      { type: 'setVoice', voice: 'c0'.repeat(32) },
    ],
  });
  const { picture, audioFormat, blur, disguise } = chosen;
  const media: ExportOptions =
    picture === 'none' ? { out: '', media: 'audio', audioFormat } : { out: '', media: 'video', picture };
  const out = at(`${name} out`);
  try {
    await runExport(vault, { ...media, out, formats: [...TEXT_FORMATS], blur, disguise });
    const files = await Promise.all(
      (await readdir(out)).sort().map(async (file) => [file, await readFile(join(out, file))] as const),
    );
    return new Map(files);
  } finally {
    vault.close();
    await rm(out, { recursive: true, force: true });
    for (const ending of ['mkv', 'mkv.pcm', 'mkv.raw', 'withheld']) {
      await rm(at(`${name}.${ending}`), { force: true });
    }
  }
}

test('interviews that differ only in what is withheld give the same folder, to the byte', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(shortPair, settings, async ({ left, right }, chosen) => {
      run++;
      const one = await exported(`one ${run}`, left, chosen, false);
      const other = await exported(`other ${run}`, right, chosen, true);
      expect([...other.keys()]).toEqual([...one.keys()]);
      expect(one.size).toBeGreaterThan(TEXT_FORMATS.length);
      for (const [file, bytes] of one) expect(other.get(file)?.equals(bytes), file).toBe(true);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
