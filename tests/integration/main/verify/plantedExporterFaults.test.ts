import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Vault } from '../../../../main/vault/Vault';
import type { FailedCheck } from '../../../../shared/model/errors';
import { drawCovers } from '../../../../shared/edits/drawCovers';
import { makeProject, runExport } from '../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { makePicture, noisePixels } from '../../../support/makePicture';

/**
 * Faults in the pieces of the exporter that verification once used as well. Each is planted in the exporter alone, and
 * the export is made and verified as people do it. Verification knows these things by itself, and has to refuse it.
 */
const fault = vi.hoisted(() => ({ planted: '' }));

/** Returns the honest piece, or the faulty one while its fault is planted. */
const unless = vi.hoisted(
  () =>
    <T>(name: string, honest: T, faulty: T): T =>
      fault.planted === name ? faulty : honest,
);

const FRAME_SECONDS = vi.hoisted(() => 0.1);

vi.mock('../../../../main/export/picture/cover/coveredAreas', async (original) => {
  const real = await original<typeof import('../../../../main/export/picture/cover/coveredAreas')>();
  const late: typeof real.coveredAreas = (times, plan, slack) =>
    real.coveredAreas(
      times.map((time) => time - FRAME_SECONDS),
      plan,
      slack,
    );
  const partly: typeof real.coveredAreas = (times, plan, slack) =>
    real.coveredAreas(times, { ...plan, covers: plan.covers.slice(1) }, slack);
  return {
    ...real,
    coveredAreas: ((...given) =>
      unless(
        'covers that come a frame late',
        unless('a rectangle that is left out', real.coveredAreas, partly),
        late,
      )(...given)) satisfies typeof real.coveredAreas,
  };
});

vi.mock('../../../../main/export/picture/cover/coverValue', () => ({
  get COVER_VALUE() {
    return unless('a cover of another grey', 128, 112);
  },
}));

vi.mock('../../../../main/export/picture/cover/seenSize', async (original) => {
  const real = await original<typeof import('../../../../main/export/picture/cover/seenSize')>();
  // Decoders store whole blocks, so 1080 rows are 1088 there.
  const inBlocks = (size: number) => 16 * Math.ceil(size / 16);
  return {
    ...real,
    seenSize: ((picture) => {
      const { width, height } = real.seenSize(picture);
      return unless(
        'a size in whole blocks',
        { width, height },
        { width: inBlocks(width), height: inBlocks(height) },
      );
    }) satisfies typeof real.seenSize,
  };
});

vi.mock('../../../../main/export/container/pictureUnits', async (original) => {
  const real = await original<typeof import('../../../../main/export/container/pictureUnits')>();
  const SEI = 6;
  return {
    ...real,
    pictureUnits: ((codec) => {
      const honest = real.pictureUnits(codec);
      return unless('notes that count as picture', honest, honest && [...honest, SEI]);
    }) satisfies typeof real.pictureUnits,
  };
});

vi.mock('../../../../main/media/mp4/mp4Boxes', async (original) => {
  const real = await original<typeof import('../../../../main/media/mp4/mp4Boxes')>();
  return {
    ...real,
    mp4Boxes: (async (file) =>
      unless('boxes that are overlooked', await real.mp4Boxes(file), [])) satisfies typeof real.mp4Boxes,
  };
});

vi.mock('../../../../main/export/picture/pictureTiming', async (original) => {
  const real = await original<typeof import('../../../../main/export/picture/pictureTiming')>();
  return {
    ...real,
    pictureTiming: (async (...given) => {
      const timing = await real.pictureTiming(...given);
      return unless('a beginning that is misread', timing, {
        ...timing,
        begin: timing.begin - 3 * FRAME_SECONDS,
      });
    }) satisfies typeof real.pictureTiming,
  };
});

const at = useTemporaryFolder();
let vault: Vault;

beforeAll(async () => {
  // This size is no whole number of blocks, and the picture is turned.
  const [width, height] = [104, 72];
  const frames = Array.from({ length: 15 }, (_, n) => noisePixels(width * height * 1.5, n + 1));
  const upright = await makePicture(at('upright.mp4'), {
    ...{ width, height, frames, seconds: 1.5, codec: ['libx264', '-qp', '10', '-preset', 'ultrafast'] },
  });
  const turned = at('turned.mp4');
  await ffmpeg('-i', upright, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned);
  vault = await makeProject(at('turned.withheld'), turned, { marks: [{ from: 0.35, to: 0.6 }] });
  const covers = [
    { keys: [{ at: 0.9, x: 0.1, y: 0.1, width: 0.3, height: 0.3 }], to: 1.2 },
    { keys: [{ at: 1.1, x: 0.5, y: 0.5, width: 0.3, height: 0.3 }], to: 1.4 },
  ];
  const command = drawCovers(vault.document, covers);
  if (command) vault.execute(command);
});
afterAll(() => {
  vault.close();
});
afterEach(() => {
  fault.planted = '';
});

const exported = () => runExport(vault, { out: at('out'), formats: [], media: 'video', picture: 'cover' });

/** The piece, what is wrong with it, and the check that has to catch it. */
const FAULTS = [
  ['coveredAreas', 'covers that come a frame late', 'covered as planned'],
  ['coveredAreas', 'a rectangle that is left out', 'covered as planned'],
  ['COVER_VALUE', 'a cover of another grey', 'covered as planned'],
  ['seenSize', 'a size in whole blocks', 'size and turn'],
  ['pictureUnits', 'notes that count as picture', 'nothing but picture in the picture'],
  ['mp4Boxes', 'boxes that are overlooked', 'nothing but the recording in the file'],
  ['pictureTiming', 'a beginning that is misread', 'frames and their times'],
] as const;

describe('an exporter with', () => {
  test.each(FAULTS)('%s: %s is caught, and publishes nothing', async (_piece, name, check) => {
    fault.planted = name;
    const error: unknown = await exported().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'VERIFY_FAILED' });
    const { checks } = error as { checks: FailedCheck[] };
    expect(checks.map((failed) => failed.name)).toContain(check);
    // The export was examined and found wanting. No check failed only because it was not possible.
    expect(checks.filter(({ detail }) => detail.includes('could not be examined'))).toEqual([]);
    await expect(readdir(at('out'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('the same exporter without a fault passes', async () => {
  const { checks } = await exported();
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
