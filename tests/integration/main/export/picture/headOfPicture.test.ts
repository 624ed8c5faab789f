import { expect, test, vi } from 'vitest';
import { exportVideo } from '../../../../../main/export/picture/exportVideo';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkPicture } from '../../../../../main/verify/picture/checkPicture';
import { makeProject, mediaOf, pictureOf } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';

/** Frames that an export read of the beginning of a picture, or null for all of them, call by call. */
const asked: (number | null)[] = [];
/** Set to what the beginning of a picture tells wrongly. */
let wrong: { begin?: number } = {};

vi.mock('../../../../../main/export/picture/pictureTiming', async (original) => {
  const real = await original<typeof import('../../../../../main/export/picture/pictureTiming')>();
  return {
    pictureTiming: (async (input, signal, first) => {
      asked.push(first ?? null);
      const timing = await real.pictureTiming(input, signal, first);
      return first === undefined ? timing : { ...timing, ...wrong };
    }) satisfies typeof real.pictureTiming,
  };
});

const at = useTemporaryFolder();
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=176x144:r=25:d=4'];
const SOUND = ['-f', 'lavfi', '-i', 'anoisesrc=r=44100:d=4:a=0.3:seed=3'];
const CODECS = ['-c:v', 'libx264', '-g', '250', '-bf', '2', '-c:a', 'aac'];

/** Exports a recording with the picture kept. @returns the names of the checks that its picture failed. */
async function failedChecks(source: string): Promise<string[]> {
  const vault = await makeProject(`${source}.withheld`, source);
  try {
    const path = `${source}.out.mp4`;
    await exportVideo(vault, pictureOf(vault), mediaOf(vault).sound, { path, spans: [], blur: 'noise' });
    const file = new ExportedFile(path, 'it');
    const checks = [await checkStreams(file, 'mp4'), ...(await checkPicture(vault, { file, cover: null }))];
    return checks.filter(({ ok }) => !ok).map(({ name }) => name);
  } finally {
    vault.close();
  }
}

test('a picture is copied as it begins, and read to its end meanwhile', async () => {
  const source = at('plain.mp4');
  await ffmpeg(...PICTURE, ...SOUND, ...CODECS, source);
  [wrong, asked.length] = [{}, 0];
  expect(await failedChecks(source)).toEqual([]);
  expect(asked).toEqual([64, null]);
});

test('where all frames tell another beginning, the video is written by that', async () => {
  const source = at('later.mp4');
  await ffmpeg(...PICTURE, ...SOUND, ...CODECS, source);
  wrong = { begin: -0.4 };
  expect(await failedChecks(source)).toEqual([]);
});
