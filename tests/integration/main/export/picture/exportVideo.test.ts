import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exportVideo, HEAD_FRAMES } from '../../../../../main/export/picture/exportVideo';
import { withFile } from '../../../../../main/system/fileBytes';
import { boxesAt, mp4Boxes } from '../../../../../main/media/mp4/mp4Boxes';
import { pictureTiming, type PictureTiming } from '../../../../../main/export/picture/pictureTiming';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkContainer } from '../../../../../main/verify/container/checkContainer';
import { checkPicture } from '../../../../../main/verify/picture/checkPicture';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { probeExport } from '../../../../../main/verify/container/probeExport';
import { unitTypes } from '../../../../../main/verify/container/unitTypes';
import type { Vault } from '../../../../../main/vault/Vault';
import type { Check } from '../../../../../shared/model/check';
import { decoded, likeness, makeProject, mediaOf, pictureOf } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { CALL_VIDEO } from '../../../../support/speech';

const at = useTemporaryFolder();
const SPANS = [
  { from: 1.1, to: 1.7 },
  { from: 2.5, to: 3.05 },
];
/** The type of a unit of supplemental information in H.264 and in HEVC. */
const SEI = { h264: 6, hevc: 39 };

/** Exports a recording with two spans masked. Every check has to pass. */
async function exported(source: string): Promise<{ path: string; picture: ReturnType<typeof pictureOf> }> {
  const vault = await makeProject(`${source}.withheld`, source);
  const path = `${source}.out.mp4`;
  try {
    const picture = pictureOf(vault);
    await expectToldByHead(vault);
    await exportVideo(vault, picture, mediaOf(vault).sound, { path, spans: SPANS, blur: 'noise' });
    const checks: Check[] = [
      await checkStreams(new ExportedFile(path, 'it'), 'mp4'),
      await checkContainer(new ExportedFile(path, 'it'), 'mp4'),
      ...(await checkPicture(vault, { file: new ExportedFile(path, 'it'), cover: null })),
      ...(await checkSound(vault, {
        file: new ExportedFile(path, 'it'),
        format: 'mp4',
        blur: 'noise',
        spans: SPANS,
      })),
    ];
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    return { path, picture };
  } finally {
    vault.close();
  }
}

/** Requires that the first frames of a picture tell of its beginning what all of them tell. */
async function expectToldByHead(vault: Vault): Promise<void> {
  const isCut = ({ hidden }: PictureTiming) => hidden > 0 || pictureOf(vault).start < 0;
  const head = await pictureTiming(vault.readMedia('picture'), undefined, HEAD_FRAMES);
  const all = await pictureTiming(vault.readMedia('picture'));
  expect(head.frames + head.hidden).toBe(Math.min(HEAD_FRAMES, all.frames + all.hidden));
  expect({ begin: head.begin, isCut: isCut(head) }).toEqual({ begin: all.begin, isCut: isCut(all) });
}

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=176x144:r=25:d=4'];
const SOUND = ['-f', 'lavfi', '-i', 'anoisesrc=r=44100:d=4:a=0.3:seed=3'];

test('tags, place, device, chapters, subtitles and encoder notes of a phone recording are gone', async () => {
  const source = CALL_VIDEO;
  const before = await readFile(source);
  const told = ['Viktor', 'Rakhimov', 'Almaty', 'DemoPhone', '43.2389', 'x264', 'Lavc', 'Lavf'];
  for (const text of told) expect(before.includes(text), text).toBe(true);
  expect(await unitTypes(source, 'h264')).toContain(SEI.h264);

  const copy = at('phone.mp4');
  // This copies a quarter of a minute, with everything that the file carries.
  const all = ['-map', '0', '-c', 'copy', '-copy_unknown', '-map_metadata', '0'];
  await ffmpeg('-i', source, '-t', '15', ...all, copy);
  const { path } = await exported(copy);
  const after = await readFile(path);
  for (const text of told) expect(after.includes(text), text).toBe(false);
  const { streams, chapters, format } = await probeExport(path);
  expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
  expect(chapters).toEqual([]);
  expect(format.tags).toEqual({
    major_brand: 'isom',
    minor_version: '512',
    compatible_brands: 'isomiso2avc1mp41',
  });
  for (const { tags } of streams) {
    expect({ ...tags, handler_name: '' }).toEqual({
      language: 'und',
      vendor_id: '[0][0][0][0]',
      handler_name: '',
    });
    expect(tags.handler_name ?? '').toBe('');
  }
  expect(await unitTypes(path, 'h264')).not.toContain(SEI.h264);
});

test.each([
  ['picture', ['-itsoffset', '0.52', ...PICTURE, ...SOUND]],
  ['sound', [...PICTURE, '-itsoffset', '0.77', ...SOUND]],
])('%s that begins late stays late, to the frame', async (part, inputs) => {
  const source = at(`late-${part}.mp4`);
  await ffmpeg(...inputs, '-map', '0', '-map', '1', '-c:v', 'libx264', '-bf', '2', '-c:a', 'aac', source);
  const { path } = await exported(source);
  const [was, is] = [await pictureTiming(source), await pictureTiming(path)];
  expect(Math.abs(is.first - was.first)).toBeLessThan(0.001);
  expect(is.frames).toBe(was.frames);
  // Outside of the spans, the sound lies where it lay, to the sample.
  const [before, after] = [await decoded(source), await decoded(path)];
  const [from, to] = [1.8 * 44_100, 2.4 * 44_100];
  expect(likeness(before.subarray(from, to), after.subarray(from, to))).toBeGreaterThan(0.9);
  expect(likeness(before.subarray(from, to), after.subarray(from + 1, to + 1))).toBeLessThan(0.5);
});

test('frames that were cut away by an edit list are not published', async () => {
  const whole = at('whole.mp4');
  const source = at('trimmed.mp4');
  await ffmpeg(...PICTURE, ...SOUND, '-c:v', 'libx264', '-g', '250', '-c:a', 'aac', whole);
  await ffmpeg('-ss', '1', '-i', whole, '-c', 'copy', source);
  expect((await pictureTiming(source)).hidden).toBeGreaterThan(20);
  const { path } = await exported(source);
  const timing = await pictureTiming(path);
  expect(timing.hidden).toBe(0);
  expect(Math.abs(timing.frames - 75)).toBeLessThanOrEqual(1);
  const ignoring = await ffmpeg('-ignore_editlist', '1', '-i', path, '-map', '0:v', '-f', 'framecrc', '-');
  expect(
    ignoring
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('0,')).length,
  ).toBe(timing.frames);
});

describe('a picture in', () => {
  test('HEVC is copied, without the notes of its encoder', async () => {
    const source = at('hevc.mp4');
    await ffmpeg(
      ...PICTURE,
      ...SOUND,
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-x265-params',
      'log-level=none',
      source,
    );
    expect(await unitTypes(source, 'hevc')).toContain(SEI.hevc);
    const { path } = await exported(source);
    expect((await probeExport(path)).streams[0]?.codec_name).toBe('hevc');
    expect((await readFile(path)).includes('x265')).toBe(false);
    // The settings are still whole, since every frame decodes.
    expect(
      (await ffmpeg('-i', path, '-map', '0:v', '-f', 'framecrc', '-')).toString().match(/^0,/gm)?.length,
    ).toBe(100);
  });

  test('VP9 is copied', async () => {
    const source = at('vp9.webm');
    await ffmpeg(
      ...PICTURE,
      ...SOUND,
      '-c:v',
      'libvpx-vp9',
      '-deadline',
      'realtime',
      '-c:a',
      'libopus',
      source,
    );
    expect((await probeExport((await exported(source)).path)).streams[0]?.codec_name).toBe('vp9');
  });

  test.each([
    ['mjpeg', 'avi', ['-c:v', 'mjpeg', '-q:v', '3', '-c:a', 'pcm_s16le']],
    ['mpeg4', 'avi', ['-c:v', 'mpeg4', '-c:a', 'libmp3lame']],
    ['mpeg2video', 'mkv', ['-c:v', 'mpeg2video', '-c:a', 'mp2']],
  ])('%s is encoded again, frame by frame', async (codec, extension, args) => {
    const source = at(`${codec}.${extension}`);
    await ffmpeg(...PICTURE, ...SOUND, ...args, source);
    const { path } = await exported(source);
    expect((await probeExport(path)).streams[0]?.codec_name).toBe('h264');
    expect((await pictureTiming(path)).frames).toBe(100);
    expect((await readFile(path)).includes('Lavc')).toBe(false);
  });
});

test.each([90, 180, 270])('a picture that is turned by %i degrees stays turned', async (degrees) => {
  const upright = at(`upright-${degrees}.mp4`);
  const source = at(`turned-${degrees}.mp4`);
  await ffmpeg(...PICTURE, ...SOUND, '-c:v', 'libx264', '-c:a', 'aac', upright);
  await ffmpeg('-i', upright, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`, source);
  const { path } = await exported(source);
  const matrix = (file: string) =>
    withFile(file, 'r', async (handle) => {
      const [header] = boxesAt(await mp4Boxes(handle), 'moov/trak/tkhd');
      if (!header) throw new Error('there is no track');
      // This is the matrix of a track header of version 0, without the place that it moves the picture to.
      const bytes = (await readFile(file)).subarray(header.start + 48, header.start + 48 + 24);
      return bytes.toString('hex');
    });
  expect(await matrix(path)).toBe(await matrix(source));
  expect(await matrix(path)).not.toBe(await matrix(upright));
});

test('frames at uneven times keep them', async () => {
  const source = at('uneven.mkv');
  const uneven = "testsrc2=s=176x144:r=25:d=4,select='not(mod(n,7))+not(mod(n,3))'";
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    uneven,
    ...SOUND,
    '-fps_mode',
    'vfr',
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    source,
  );
  const { path } = await exported(source);
  const times = async (file: string) =>
    (
      await ffmpeg(
        '-i',
        file,
        '-map',
        '0:v',
        '-fps_mode',
        'passthrough',
        '-vf',
        'settb=1/1000',
        '-f',
        'framecrc',
        '-',
      )
    )
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('0,'))
      .map((line) => Number(line.split(',')[2]));
  const [was, is] = [await times(source), await times(path)];
  expect(is.length).toBe(was.length);
  for (const [i, time] of is.entries()) expect(Math.abs(time - (was[i] ?? Infinity))).toBeLessThanOrEqual(1);
});

test('a picture that only its own container explains is encoded anew, and frames are none fewer', async () => {
  const source = at('animation.mov');
  await ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=10:d=2', '-f', 'lavfi', '-i', 'anoisesrc=r=16000:d=2'],
    ...['-pix_fmt', 'argb', '-c:v', 'qtrle', '-c:a', 'pcm_s16le', source],
  );
  const vault = await makeProject(at('animation.withheld'), source);
  const { frames } = await pictureTiming(vault.readMedia('picture'));
  expect(frames).toBe(20);
  expect(pictureOf(vault).codec).toBe('h264');
  vault.close();
});
