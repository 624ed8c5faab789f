import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { coveredAreas } from '../../../../../main/export/picture/cover/coveredAreas';
import { exportVideo } from '../../../../../main/export/picture/exportVideo';
import { pictureTiming } from '../../../../../main/export/picture/pictureTiming';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkContainer } from '../../../../../main/verify/container/checkContainer';
import { checkPicture } from '../../../../../main/verify/picture/checkPicture';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { probeExport } from '../../../../../main/verify/container/probeExport';
import { verifyProject } from '../../../../../main/verify/verifyProject';
import type { DrawnCover, Rectangle } from '../../../../../shared/model/cover';
import { drawCover, drawCovers } from '../../../../../shared/edits/drawCovers';
import { makeProject, mediaOf, pictureOf, runExport } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { makePicture, noisePixels, storedFrames, type PictureRecipe } from '../../../../support/makePicture';
import { expectWithin } from '../../../../support/patience';

const at = useTemporaryFolder();
const SPANS = [
  { from: 0.35, to: 0.62 },
  { from: 2, to: 2.05 },
];
const MOVING: DrawnCover[] = [
  {
    keys: [
      { at: 0.8, x: 0.1, y: 0.1, width: 0.2, height: 0.25 },
      { at: 1.3, x: 0.6, y: 0.4, width: 0.3, height: 0.3 },
    ],
    to: 2.3,
  },
];
/** Uneven times between frames, from 60 to 180 ms. */
const UNEVEN = 'N/10+0.04*mod(N,3)';
const COUNT = 24;

/** Exports a recording with its picture covered. Every check has to pass. */
async function covered(source: string, covers: readonly DrawnCover[], spans = SPANS): Promise<string> {
  const vault = await makeProject(`${source}.withheld`, source);
  const path = `${source}.out.mp4`;
  try {
    const target = { path, spans, covers, blur: 'noise' as const };
    await exportVideo(vault, pictureOf(vault), mediaOf(vault).sound, target);
    const checks = [
      await checkStreams(new ExportedFile(path, 'it'), 'mp4'),
      await checkContainer(new ExportedFile(path, 'it'), 'mp4'),
      ...(await checkPicture(vault, { file: new ExportedFile(path, 'it'), cover: { spans, covers } })),
      ...(await checkSound(vault, {
        file: new ExportedFile(path, 'it'),
        format: 'mp4',
        blur: 'noise',
        spans,
      })),
    ];
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    return path;
  } finally {
    vault.close();
  }
}

test('a cancel at any moment ends within two seconds, and is told as one', async () => {
  const source = at('cancelled.mp4');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=20'];
  const sound = ['-f', 'lavfi', '-i', 'anoisesrc=r=48000:d=20'];
  await ffmpeg(...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', source);
  const vault = await makeProject(at('cancelled.withheld'), source);
  try {
    for (const delay of [10, 40, 150, 600]) {
      const { signal, abort } = aborting();
      const target = {
        path: at('cancelled.out.mp4'),
        spans: SPANS,
        covers: MOVING,
        blur: 'noise' as const,
        signal,
      };
      const running = exportVideo(vault, pictureOf(vault), mediaOf(vault).sound, target);
      const ended = expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
      await new Promise((resolve) => setTimeout(resolve, delay));
      const started = performance.now();
      abort();
      await ended;
      await expectWithin(2000, performance.now() - started);
    }
  } finally {
    vault.close();
  }
});

test('more spans than ffmpeg takes terms in one expression', async () => {
  const source = at('many.mp4');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=25:d=144'];
  const sound = ['-f', 'lavfi', '-i', 'anoisesrc=r=8000:d=144'];
  await ffmpeg(...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', source);
  const spans = Array.from({ length: 110 }, (_, i) => ({ from: 1.3 * i + 0.2, to: 1.3 * i + 0.3 }));
  await covered(source, [], spans);
});

const aborting = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};

/** The layout of pixels in a raw frame: planes with bytes per pixel, and the number of pixels that share one value. */
const LAYOUTS: Record<string, { bytes: number; shared: number }[]> = {
  yuv420p: [1, 2, 2].map((shared) => ({ bytes: 1, shared })),
  yuv444p: [1, 1, 1].map((shared) => ({ bytes: 1, shared })),
  yuv422p10le: [{ bytes: 2, shared: 1 }],
  bgr0: [{ bytes: 4, shared: 1 }],
};
const frameBytes = (pixels: string, width: number, height: number) =>
  pixels === 'yuv422p10le'
    ? width * height * 4
    : (LAYOUTS[pixels] ?? []).reduce(
        (sum, { bytes, shared }) => sum + (width * height * bytes) / shared ** 2,
        0,
      );

/** Copies a frame with other pixels inside a rectangle. */
function withOthers(frame: Buffer, recipe: PictureRecipe, { x, y, width: w, height: h }: Rectangle): Buffer {
  const { width, height, pixels = 'yuv420p' } = recipe;
  const others = noisePixels(frame.length, 77);
  const changed = Buffer.from(frame);
  let plane = 0;
  for (const { bytes, shared } of LAYOUTS[pixels] ?? []) {
    const stride = (width / shared) * bytes;
    // Pixels that share a colour with one outside of the rectangle keep it.
    const [left, right] = [Math.ceil((x * width) / shared), Math.floor(((x + w) * width) / shared)];
    const [top, bottom] = [Math.ceil((y * height) / shared), Math.floor(((y + h) * height) / shared)];
    for (let row = top; row < bottom; row++) {
      const [from, to] = [plane + row * stride + left * bytes, plane + row * stride + right * bytes];
      others.copy(changed, from, from, to);
    }
    plane += stride * (height / shared);
  }
  return changed;
}

describe('two recordings that differ only in what is covered give the same bytes', () => {
  const timesOf = (time: string) =>
    Array.from({ length: COUNT }, (_, n) => (time === UNEVEN ? n / 10 + 0.04 * (n % 3) : n / 10));

  test.each([
    ['yuv420p', 'N/10', { width: 96, height: 80 }],
    ['yuv420p', UNEVEN, { width: 90, height: 70 }],
    ['yuv444p', UNEVEN, { width: 96, height: 80 }],
    ['bgr0', UNEVEN, { width: 101, height: 67 }],
    ['yuv422p10le', UNEVEN, { width: 96, height: 80 }],
  ])('%s, frames at %s, %o', async (pixels, time, size) => {
    const bytes = frameBytes(pixels, size.width, size.height);
    // A value of ten bits takes two bytes.
    const high = (byte: number, i: number) => (i % 2 === 1 ? byte & 3 : byte);
    const fits = (frame: Buffer) => (pixels === 'yuv422p10le' ? Buffer.from(frame.map(high)) : frame);
    const frames = Array.from({ length: COUNT }, (_, n) => fits(noisePixels(bytes, n + 1)));
    const recipe = { ...size, frames, pixels, time };
    const areas = [...coveredAreas(timesOf(time), { spans: SPANS, covers: MOVING })];
    expect(areas.filter((area) => area === 'all').length).toBeGreaterThan(3);
    expect(areas.filter((area) => area.length === 1).length).toBeGreaterThan(5);
    const others = frames.map((frame, n) => {
      const area = areas[n] ?? [];
      if (area === 'all') return frames[(n + 5) % COUNT] ?? frame;
      return fits(area.reduce((changed, it) => withOthers(changed, recipe, it), frame));
    });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => at(`${name}-${pixels}-${size.width}.mkv`)) as [
      string,
      string,
      string,
    ];
    const one = await readFile(await covered(await makePicture(a, recipe), MOVING));
    const other = await readFile(await covered(await makePicture(b, { ...recipe, frames: others }), MOVING));
    expect(one.equals(other)).toBe(true);
    if (pixels !== 'bgr0') return;
    // A frame that is seen does make a difference.
    const seen = frames.with(0, frames[1] ?? Buffer.alloc(bytes));
    const third = await readFile(await covered(await makePicture(c, { ...recipe, frames: seen }), MOVING));
    expect(one.equals(third)).toBe(false);
  });
});

/** Makes four flat quarters of different brightness, so that the picture shows which way is up. */
function quarters(width: number, height: number): Buffer {
  const frame = Buffer.alloc((width * height * 3) / 2, 128);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      frame[y * width + x] = 40 + 50 * ((x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2));
    }
  }
  return frame;
}

test.each([0, 90, 180, 270])(
  'a picture turned by %i° is upright, and covered where it is seen',
  async (degrees) => {
    const [width, height] = [128, 96];
    const upright = at(`upright-${degrees}.mp4`);
    const source = at(`turned-${degrees}.mp4`);
    const frames = Array.from({ length: 30 }, () => quarters(width, height));
    await makePicture(upright, { width, height, frames, codec: ['libx264', '-qp', '0'] });
    await ffmpeg('-i', upright, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`, source);
    // This covers the upper left eighth of the width and height, as it is seen.
    const covers = [{ keys: [{ at: 0, x: 0, y: 0, width: 0.25, height: 0.25 }], to: 10 }];
    const path = await covered(source, covers, []);
    const { streams } = await probeExport(path);
    const [w, h] = degrees % 180 === 0 ? [width, height] : [height, width];
    expect(streams[0]).toMatchObject({ width: w, height: h, side_data_list: [] });
    const [frame] = await storedFrames(path, w, h);
    // ffmpeg turns the picture as players do, unless told otherwise.
    const original = await ffmpeg(
      '-i',
      source,
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-',
    );
    const place = (x: number, y: number) => Math.floor(y * h) * w + Math.floor(x * w);
    for (const at of [place(0.45, 0.45), place(0.9, 0.1), place(0.1, 0.9), place(0.9, 0.9)]) {
      expect(Math.abs((frame?.[at] ?? 0) - (original[at] ?? 0))).toBeLessThan(6);
    }
    expect(Math.abs((frame?.[place(0.05, 0.05)] ?? 0) - 128)).toBeLessThan(3);
  },
);

test('frames at uneven times keep them, and those that were cut away are not published', async () => {
  const frames = Array.from({ length: COUNT }, (_, n) => noisePixels(96 * 80 * 1.5, n));
  const whole = at('whole.mp4');
  const source = at('trimmed.mp4');
  const codec = ['libx264', '-qp', '0', '-g', '100', '-bf', '0'];
  await makePicture(whole, { width: 96, height: 80, frames, time: UNEVEN, codec });
  await ffmpeg('-ss', '0.95', '-i', whole, '-c', 'copy', source);
  const was = await pictureTiming(source);
  expect(was.hidden).toBeGreaterThan(5);
  const is = await pictureTiming(await covered(source, MOVING));
  expect(is.hidden).toBe(0);
  expect(Math.abs(is.frames - was.frames)).toBeLessThanOrEqual(1);
  for (const time of is.times) {
    expect(Math.min(...was.times.map((other) => Math.abs(other - time)))).toBeLessThan(0.001);
  }
});

test('a recording that changes its size on the way stays covered', async () => {
  const parts = [at('large.ts'), at('small.ts')];
  for (const [i, size] of ['160x120', '96x80'].entries()) {
    const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25:d=1.2`];
    const sound = ['-f', 'lavfi', '-i', 'anoisesrc=r=48000:d=1.2'];
    const later = ['-output_ts_offset', String(1.2 * i)];
    await ffmpeg(...picture, ...sound, ...later, '-c:v', 'libx264', '-c:a', 'aac', parts[i] ?? '');
  }
  const source = at('changing.ts');
  await writeFile(source, Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))));
  await covered(source, MOVING);
});

test('a picture that begins after the sound is covered on time', async () => {
  const frames = Array.from({ length: COUNT }, (_, n) => noisePixels(96 * 80 * 1.5, n));
  const source = at('late.mkv');
  await makePicture(source, { width: 96, height: 80, frames, time: 'N/10+0.43' });
  const { first } = await pictureTiming(await covered(source, MOVING));
  expect(Math.abs(first - 0.43)).toBeLessThan(0.002);
});

describe('a project with covers', () => {
  const made = async (name: string, covers: readonly DrawnCover[]) => {
    const frames = Array.from({ length: COUNT }, (_, n) => noisePixels(96 * 80 * 1.5, n));
    const source = await makePicture(at(`${name}.mkv`), { width: 96, height: 80, frames });
    const marks = [{ from: 1, to: 1.4 }];
    const vault = await makeProject(at(`${name}.withheld`), source, { marks });
    const command = drawCovers(vault.document, covers);
    if (command) vault.execute(command);
    return vault;
  };
  const failed = async (vault: Awaited<ReturnType<typeof made>>, dir: string) =>
    (await verifyProject(vault, dir, { names: nameKnowledge }))
      .filter(({ ok }) => !ok)
      .map(({ name }) => name);

  test('is exported with them unless told otherwise, never without, and verified by what is drawn today', async () => {
    const vault = await made('drawn', MOVING);
    try {
      await expect(runExport(vault, { out: at('kept'), picture: 'keep' })).rejects.toMatchObject({
        code: 'EXPORT_WOULD_LEAK',
      });
      const out = at('covered');
      const { checks } = await runExport(vault, { out });
      expect(checks.map(({ name }) => name)).toContain('covered as planned');
      expect(await failed(vault, out)).toEqual([]);
      // Covers that are drawn anew in the same places count as the same.
      const again = drawCovers(vault.document, MOVING);
      if (again) vault.execute(again);
      expect(await failed(vault, out)).toEqual([]);
      const another = { keys: [{ at: 0, x: 0, y: 0, width: 0.1, height: 0.1 }], to: 3 };
      vault.execute(drawCover(vault.document, another).command);
      expect(await failed(vault, out)).toEqual(['withheld as the project is now']);
      vault.undo();
      expect(await failed(vault, out)).toEqual([]);
    } finally {
      vault.close();
    }
  });

  test('an export of the picture as it is fails as soon as there is something to cover', async () => {
    const vault = await made('later', []);
    try {
      const out = at('as it is');
      await runExport(vault, { out });
      expect((await probeExport(join(out, 'recording.mp4'))).streams).toHaveLength(2);
      expect(await failed(vault, out)).toEqual([]);
      const command = drawCovers(vault.document, MOVING);
      if (command) vault.execute(command);
      expect(await failed(vault, out)).toEqual(['withheld as the project is now']);
    } finally {
      vault.close();
    }
  });

  test('is exported without any picture as sound', async () => {
    const vault = await made('unseen', MOVING);
    try {
      const out = at('unseen');
      const { files } = await runExport(vault, { out, media: 'video', picture: 'none' });
      expect(files.flatMap(({ name }) => /^recording.*/u.exec(name) ?? [])).toEqual(['recording.m4a']);
      expect(await failed(vault, out)).toEqual([]);
      for (const picture of ['keep', 'cover'] as const) {
        await expect(runExport(vault, { out: at('no'), media: 'audio', picture })).rejects.toMatchObject({
          code: 'USAGE',
        });
      }
    } finally {
      vault.close();
    }
  });
});
