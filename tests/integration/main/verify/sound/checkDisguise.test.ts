import { copyFile, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportAudio } from '../../../../../main/export/sound/exportAudio';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkDisguise, sameness } from '../../../../../main/verify/sound/checkDisguise';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { AUDIO_FORMATS } from '../../../../../shared/model/formats';
import { decoded, makeProject, mediaOf } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS } from '../../../../support/speech';

const at = useTemporaryFolder();
/** Seconds of an interview. In them, four blocks are compared. */
const SECONDS = 26;
const VOICE = '5e'.repeat(32);
const SPANS = [
  { from: 2, to: 3.1 },
  { from: 12.5, to: 14.2 },
];

let speech = '';
beforeAll(async () => {
  speech = at('speech.flac');
  await ffmpeg('-i', `${INTERVIEWS}/short-40s.flac`, '-t', `${SECONDS}`, speech);
});

describe('an export with disguised voices', () => {
  test.each(AUDIO_FORMATS)(
    'is masked as any other, and no voice is the recorded one, in %s',
    async (format) => {
      const vault = await makeProject(at(`${format}.withheld`), speech);
      const path = at(`disguised.${format}`);
      const question = { file: new ExportedFile(path, 'recording'), spans: SPANS };
      await exportAudio(vault, format, mediaOf(vault).sound, {
        path,
        spans: SPANS,
        blur: 'noise',
        voice: VOICE,
      });
      const checks = await checkSound(vault, { ...question, format, blur: 'noise' });
      expect([...checks, await checkDisguise(vault, question)].filter(({ ok }) => !ok)).toEqual([]);

      // A disguise that is left out is noticed, and the voice would have been there.
      await exportAudio(vault, format, mediaOf(vault).sound, { path, spans: SPANS, blur: 'noise' });
      expect(await checkDisguise(vault, question)).toMatchObject({ ok: false });
      const [own, open] = [await decoded(speech), await decoded(path)];
      expect(sameness(own.subarray(200_000, 240_000), open.subarray(200_000, 240_000))).toBeGreaterThan(0.9);
      vault.close();
    },
  );

  test('carries nothing of a span to either side of it', async () => {
    const other = at('other.flac');
    const inside = SPANS.map(({ from, to }) => `between(t,${from},${to})`).join('+');
    await ffmpeg(
      '-i',
      speech,
      '-af',
      `volume=0.2:eval=frame:enable='${inside}'`,
      '-sample_fmt',
      's16',
      other,
    );
    const bytes = [];
    for (const [i, source] of [speech, other].entries()) {
      const copy = at(`source${i}.flac`);
      await copyFile(source, copy);
      const vault = await makeProject(`${copy}.withheld`, copy);
      const path = at(`out${i}.wav`);
      await exportAudio(vault, 'wav', mediaOf(vault).sound, {
        path,
        spans: WIDER,
        blur: 'noise',
        voice: VOICE,
      });
      bytes.push(await readFile(path));
      vault.close();
    }
    expect(bytes[1]?.equals(bytes[0] ?? Buffer.alloc(0))).toBe(true);
  });
});

/** ffmpeg changes whole packets of sound, and some of them reach beyond the times it is given. */
const WIDER = SPANS.map(({ from, to }) => ({ from: from - 0.2, to: to + 0.2 }));
