import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  coveredAreas,
  type Area,
  type CoverPlan,
} from '../../../../../main/export/picture/cover/coveredAreas';
import { CoverSheet, BLOCK_PIXELS } from '../../../../../main/export/picture/cover/CoverSheet';
import { exportVideo } from '../../../../../main/export/picture/exportVideo';
import { pictureTiming } from '../../../../../main/export/picture/pictureTiming';
import { tidyMp4 } from '../../../../../main/export/container/tidyMp4';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkPicture } from '../../../../../main/verify/picture/checkPicture';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { probeExport } from '../../../../../main/verify/container/probeExport';
import { unitTypes } from '../../../../../main/verify/container/unitTypes';
import type { Vault } from '../../../../../main/vault/Vault';
import type { DrawnCover } from '../../../../../shared/model/cover';
import { decoded, likeness, makeProject, mediaOf, pictureOf } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { makePicture, noisePixels, storedFrames } from '../../../../support/makePicture';

const at = useTemporaryFolder();
const [WIDTH, HEIGHT, COUNT] = [160, 96, 40];
const LUMA = WIDTH * HEIGHT;
const COVER = 128;
/** Uneven times between frames, from 60 to 180 ms. */
const TIME = 'N/10+0.04*mod(N,3)';
const TIMES = Array.from({ length: COUNT }, (_, n) => n / 10 + 0.04 * (n % 3));
const SPANS = [{ from: 0.75, to: 1.55 }];
const COVERS: DrawnCover[] = [
  {
    keys: [
      { at: 1.8, x: 0.15, y: 0.2, width: 0.3, height: 0.4 },
      { at: 2.6, x: 0.55, y: 0.45, width: 0.3, height: 0.4 },
    ],
    to: 3.5,
  },
];
const PLAN: CoverPlan = { spans: SPANS, covers: COVERS };
const AREAS = [...coveredAreas(TIMES, PLAN)];
const IN_SPAN = AREAS.flatMap((area, n) => (area === 'all' ? [n] : []));
const [FIRST = 0, LAST = 0] = [IN_SPAN[0], IN_SPAN.at(-1)];

/** Patches of eight pixels under fine noise, which blur and mosaic do not wipe out. */
const FRAMES = Array.from({ length: COUNT }, (_, n) => {
  const patches = noisePixels(((WIDTH / 8 + 1) * (HEIGHT / 8 + 1) * 3) / 1, n + 1);
  const fine = noisePixels((LUMA * 3) / 2, n + 1000);
  return fine.map((byte, i) => {
    const plane = i < LUMA ? 0 : i < LUMA * 1.25 ? 1 : 2;
    const [inPlane, stride] = plane === 0 ? [i, WIDTH] : [(i - LUMA) % (LUMA / 4), WIDTH / 2];
    const [x, y] = [(inPlane % stride) + 3, Math.floor(inPlane / stride) + 5];
    const patch = patches[((y >> 3) * (WIDTH / 8 + 1) + (x >> 3)) * 3 + plane] ?? 0;
    return 20 + 0.75 * patch + (byte & 15);
  });
}).map((frame) => Buffer.from(frame));

let vault: Vault;
const honest = () => at('honest.mp4');

beforeAll(async () => {
  const source = await makePicture(at('source.mkv'), {
    ...{ width: WIDTH, height: HEIGHT, frames: FRAMES, time: TIME, seconds: 4 },
  });
  vault = await makeProject(at('source.withheld'), source);
  const target = { path: honest(), spans: SPANS, covers: COVERS, blur: 'noise' as const };
  await exportVideo(vault, pictureOf(vault), mediaOf(vault).sound, target);
});
afterAll(() => {
  vault.close();
});

const examinePicture = (path: string) =>
  checkPicture(vault, { file: new ExportedFile(path, 'it'), cover: PLAN });

/** Returns the names of the checks that fail. */
async function failing(path: string): Promise<string[]> {
  const checks = [
    await checkStreams(new ExportedFile(path, 'it'), 'mp4'),
    ...(await examinePicture(path)),
    ...(await checkSound(vault, {
      file: new ExportedFile(path, 'it'),
      format: 'mp4',
      blur: 'noise',
      spans: SPANS,
    })),
  ];
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

/** Returns a covered pixel. `x` gives the recording's pixels around it, at distances in columns and rows. */
type Cover = (x: (dx: number, dy: number) => number, plane: number, place: number) => number;
const solid: Cover = () => COVER;

/** Returns frame n of the recording, with an area covered by what `cover` makes. */
function painted(n: number, area: Area, cover = solid): Buffer {
  const source = FRAMES[n] ?? Buffer.alloc(0);
  const frame = Buffer.from(source);
  const sheet = new CoverSheet({ width: WIDTH, height: HEIGHT });
  sheet.show(area);
  for (let i = 0; i < frame.length; i++) {
    const plane = i < LUMA ? 0 : i < LUMA * 1.25 ? 1 : 2;
    const [start, scale] = plane === 0 ? [0, 1] : [plane === 1 ? LUMA : LUMA * 1.25, 2];
    const stride = WIDTH / scale;
    const [x, y] = [(i - start) % stride, Math.floor((i - start) / stride)];
    const block = BLOCK_PIXELS / scale;
    if (sheet.blocks[Math.floor(y / block) * sheet.columns + Math.floor(x / block)] === 0) continue;
    const rows = HEIGHT / scale;
    const pixel = (dx: number, dy: number) => {
      const [column, row] = [
        Math.min(stride - 1, Math.max(0, x + dx)),
        Math.min(rows - 1, Math.max(0, y + dy)),
      ];
      return source[start + row * stride + column] ?? 0;
    };
    frame[i] = Math.round(cover(pixel, plane, (y % 8) * 8 + (x % 8)));
  }
  return frame;
}

const all = (areaOf: (n: number) => Area, cover?: Cover) =>
  FRAMES.map((_, n) => painted(n, areaOf(n), cover ?? solid));
const planned = (n: number): Area => AREAS[n] ?? [];

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const RANGE = [-4, -2, 0, 2, 4];
const EIGHT = [0, 2, 4, 6];
const resized = (by: number): Area[] =>
  AREAS.map((area) =>
    area === 'all'
      ? area
      : area.map((it) => ({ ...it, width: it.width + by / WIDTH, height: it.height + by / HEIGHT })),
  );

/** Pictures with a wrong cover. Each frame is as it goes into the encoder. */
const COVER_FAULTS: Record<string, () => Buffer[]> = {
  'a cover that begins one frame late': () => all((n) => (n === FIRST ? [] : planned(n))),
  'a cover that ends one frame early': () => all((n) => (n === LAST ? [] : planned(n))),
  'covers that come one frame late': () => all((n) => planned(Math.max(0, n - 1))),
  'one frame that is left within a span': () => all((n) => (n === FIRST + 3 ? [] : planned(n))),
  'no cover at all': () => all(() => []),
  'rectangles that are left out': () => all((n) => (planned(n) === 'all' ? 'all' : [])),
  'spans that are left out': () => all((n) => (planned(n) === 'all' ? [] : planned(n))),
  'a cover that is half transparent': () => all(planned, (x) => (COVER + x(0, 0)) / 2),
  'a cover that lets 6 % through': () => all(planned, (x) => 0.94 * COVER + 0.06 * x(0, 0)),
  'a mosaic instead': () =>
    all(planned, (x, _, place) =>
      mean(EIGHT.flatMap((dy) => EIGHT.map((dx) => x(dx - (place % 8), dy - (place >> 3))))),
    ),
  'a blur instead': () => all(planned, (x) => mean(RANGE.flatMap((dy) => RANGE.map((dx) => x(dx, dy))))),
  'the picture upside down in brightness': () => all(planned, (x) => 255 - x(0, 0)),
  'the picture moved aside': () => all(planned, (x) => x(9, 0)),
  'brightness covered and colours left': () => all(planned, (x, plane) => (plane === 0 ? COVER : x(0, 0))),
  'colours covered and brightness left': () => all(planned, (x, plane) => (plane === 0 ? x(0, 0) : COVER)),
  'a rectangle that is 32 pixels too small': () => all((n) => resized(-32)[n] ?? []),
  'a rectangle that stays where it was first': () =>
    all((n) => (planned(n) === 'all' || planned(n).length === 0 ? planned(n) : (AREAS[18] ?? []))),
};

/** Writes these frames as an export would, at their times, with the sound of the honest export. */
async function encode(path: string, frames: readonly Buffer[], time = TIME): Promise<void> {
  const raw = at('frames.raw');
  await writeFile(raw, Buffer.concat(frames));
  await ffmpeg(
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${WIDTH}x${HEIGHT}`, '-r', '10', '-i', raw],
    ...['-i', honest(), '-map', '0:v', '-map', '1:a', '-c:a', 'copy'],
    ...[
      '-vf',
      `settb=1/90000,setpts='(${time})/TB'`,
      '-fps_mode',
      'passthrough',
      '-enc_time_base',
      '1:90000',
    ],
    ...['-c:v', 'libx264', '-preset', 'fast', '-crf', '20', '-bsf:v', 'filter_units=pass_types=1-5|7|8'],
    ...['-map_metadata', '-1', '-bitexact', '-empty_hdlr_name', '1', '-movie_timescale', '48000', path],
  );
  await tidyMp4(path, 0);
}

/**
 * Measures how much of what had to be covered an onlooker gets. It is the greatest likeness of any covered block of 16
 * × 16 pixels, in brightness or colour, to the recording there, at that time or up to two frames before or after, up to
 * 9 pixels aside.
 */
async function gained(path: string): Promise<number> {
  const { times } = await pictureTiming(path);
  const frames = await storedFrames(path, WIDTH, HEIGHT);
  const areas = [...coveredAreas(times, PLAN)];
  let most = 0;
  for (const [n, area] of areas.entries()) {
    const frame = frames[n];
    // It does not matter how much more it is.
    if (most > 0.8) return most;
    if (!frame || area.length === 0) continue;
    const rectangles = area === 'all' ? [{ x: 0, y: 0, width: 1, height: 1 }] : area;
    const now = TIMES.findLastIndex((time) => time <= (times[n] ?? 0) + 0.001);
    for (const { x, y, width, height } of rectangles) {
      for (const [start, scale] of [
        [0, 1],
        [LUMA, 2],
      ] as const) {
        const stride = WIDTH / scale;
        const [left, right] = [
          Math.ceil((x * WIDTH) / scale),
          Math.floor(((x + width) * WIDTH) / scale) - 16,
        ];
        const [top, bottom] = [
          Math.ceil((y * HEIGHT) / scale),
          Math.floor(((y + height) * HEIGHT) / scale) - 16,
        ];
        for (let row = top; row <= bottom; row += 8) {
          for (let column = left; column <= right; column += 8) {
            const seen = block(frame, start, stride, column, row);
            if (seen.every((value) => Math.abs(value) < 1)) continue;
            for (const other of FRAMES.slice(Math.max(0, now - 2), now + 3)) {
              for (const aside of [0, 9].filter((d) => column + d + 16 <= stride)) {
                most = Math.max(
                  most,
                  Math.abs(likeness(seen, block(other, start, stride, column + aside, row))),
                );
              }
            }
          }
        }
      }
    }
  }
  return most;
}

/** Returns 16 × 16 values without their mean. */
function block(frame: Buffer, start: number, stride: number, column: number, row: number): Float32Array {
  const values = Float32Array.from(
    { length: 256 },
    (_, i) => frame[start + (row + (i >> 4)) * stride + column + (i & 15)] ?? 0,
  );
  const middle = mean([...values]);
  return values.map((value) => value - middle);
}

test('an honest export passes, however it was painted, and nothing is gained from it', async () => {
  expect(await failing(honest())).toEqual([]);
  expect(await gained(honest())).toBeLessThan(0.3);
  const path = at('painted.mp4');
  await encode(path, all(planned));
  expect(await failing(path)).toEqual([]);
  expect(await gained(path)).toBeLessThan(0.3);
});

describe('a picture with', () => {
  test.each(Object.entries(COVER_FAULTS))('%s is caught, and would have leaked', async (_name, plant) => {
    const path = at('fault.mp4');
    await encode(path, plant());
    expect(await gained(path)).toBeGreaterThan(0.6);
    const failed = (await examinePicture(path)).filter(({ ok }) => !ok);
    expect(failed.map(({ name }) => name)).toEqual(['covered as planned']);
  });
});

const remuxed = async (...args: string[]): Promise<string> => {
  const path = at('remuxed.mp4');
  await ffmpeg('-i', honest(), ...args, '-bitexact', path);
  return path;
};
const encoded = async (frames: readonly Buffer[], time?: string): Promise<string> => {
  await encode(at('fault.mp4'), frames, time);
  return at('fault.mp4');
};
const COPY = ['-map', '0', '-c', 'copy'];
const SEI = 6;
const note = 'h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+a-note';

/** The way to plant each fault, the check that has to catch it, and the harm that it does. */
const FILE_FAULTS: Record<string, [() => Promise<string>, string, (path: string) => Promise<boolean>]> = {
  'frames that are missing': [
    () => encoded(all(planned).toSpliced(30, 3), `if(lt(N,30),${TIME},(N+3)/10+0.04*mod(N,3))`),
    'frames and their times',
    async (path) => (await pictureTiming(path)).frames === COUNT - 3,
  ],
  'frames that are there twice': [
    () =>
      encoded(
        all(planned).flatMap((frame) => [frame, frame]),
        'floor(N/2)/10+0.04*mod(floor(N/2),3)+0.02*mod(N,2)',
      ),
    'frames and their times',
    async (path) => (await pictureTiming(path)).frames === 2 * COUNT,
  ],
  'a picture that comes three frames late, its cover with it': [
    () => encoded(all(planned), `0.3+${TIME}`),
    'covered as planned',
    async (path) => (await gained(path)) > 0.6,
  ],
  'sound that is shifted by 80 ms against the picture': [
    async () => {
      const path = at('shifted.mp4');
      const shift = ['-af', 'adelay=80:all=1,atrim=end=4', '-c:a', 'aac', '-b:a', '192k', '-aac_pns', '0'];
      await ffmpeg('-i', honest(), '-map', '0', '-c:v', 'copy', ...shift, '-bitexact', path);
      return path;
    },
    'masked as planned',
    async (path) => {
      const [was, is] = [await decoded(honest()), await decoded(path)];
      return likeness(was.subarray(0, 24_000), is.subarray(3840, 27_840)) > 0.8;
    },
  ],
  'a note of its encoder': [
    () => remuxed(...COPY, '-bsf:v', note),
    'nothing but picture in the picture',
    async (path) => (await unitTypes(path, 'h264')).includes(SEI),
  ],
  'a tag that turns it': [
    () => remuxed(...COPY, '-metadata:s:v:0', 'rotate=90'),
    'size and turn',
    async (path) => (await probeExport(path)).streams[0]?.side_data_list.length === 1,
  ],
  'half its size': [
    () => remuxed('-map', '0', '-c:a', 'copy', '-vf', 'scale=80:48', '-fps_mode', 'passthrough'),
    'size and turn',
    async (path) => (await probeExport(path)).streams[0]?.width === WIDTH / 2,
  ],
  'frames that only an edit list hides': [
    async () => {
      const path = at('trimmed.mp4');
      await ffmpeg('-ss', '0.5', '-i', honest(), ...COPY, '-bitexact', path);
      return path;
    },
    'streams and tags',
    async (path) => (await pictureTiming(path)).hidden > 3,
  ],
  'the recording as a second picture': [
    async () => {
      const path = at('second.mp4');
      const both = ['-map', '0:v', '-map', '1:v', '-map', '0:a', '-c', 'copy', '-c:v:1', 'libx264'];
      await ffmpeg('-i', honest(), '-i', at('source.mkv'), ...both, '-bitexact', path);
      return path;
    },
    'streams and tags',
    async (path) => (await probeExport(path)).streams.filter(({ width }) => width === WIDTH).length === 2,
  ],
};

describe('a video with', () => {
  test.each(Object.entries(FILE_FAULTS))(
    '%s is caught, and does harm',
    async (_name, [plant, check, harms]) => {
      expect(await harms(honest())).toBe(false);
      const path = await plant();
      expect(await harms(path)).toBe(true);
      expect(await failing(path)).toContain(check);
    },
  );
});
