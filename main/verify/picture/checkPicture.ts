import type { Check } from '../../../shared/model/check';
import type { Picture } from '../../../shared/model/media';
import type { Vault } from '../../vault/Vault';
import type { CoverPlan } from '../../export/picture/cover/coveredAreas';
import { evenSize, seenSize } from '../../export/picture/cover/seenSize';
import { pictureTiming, type PictureTiming } from '../../export/picture/pictureTiming';
import { pictureUnits } from '../../export/picture/pictureUnits';
import { ask } from '../runCheck';
import { findUncovered } from './findUncovered';
import { probeExport, type ExportProbe } from '../container/probeExport';
import { unitTypes } from './unitTypes';

export interface PictureQuestion {
  path: string;
  file: string;
  /** What has to be hidden; null where the picture was kept. */
  cover: CoverPlan | null;
  signal?: AbortSignal | undefined;
  /** Told how many seconds of a covered picture are examined. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

/**
 * Every frame is there, at its time, upright, and in the stream is nothing but picture: no SEI, metadata or filler.
 * What had to be covered is covered, in every frame that is on screen then.
 */
export async function checkPicture(vault: Vault, question: PictureQuestion): Promise<Check[]> {
  const { path, file, cover, signal, onSeconds } = question;
  let found: Promise<PictureTiming> | undefined;
  const exported = () => (found ??= pictureTiming(path, signal));
  const sealed = () => {
    const { media } = vault.document;
    if (!media?.picture) throw new Error('the recording has no picture');
    return media.picture;
  };
  const checks = [
    await ask('frames and their times', file, 'Every frame is there, at its time.', async () => {
      const timing = await pictureTiming(vault.readMedia('picture'), signal);
      return timingProblems(timing, await exported(), sealed());
    }),
    await ask('size and turn', file, 'It is as large as the recording, and upright.', async () =>
      shapeProblems(await probeExport(path, signal), sealed(), cover !== null),
    ),
    await ask(
      'nothing but picture in the picture',
      file,
      'Its stream has no SEI or other data.',
      async () => {
        const codec = (await probeExport(path, signal)).streams[0]?.codec_name ?? '';
        const allowed = pictureUnits(codec);
        if (!allowed) return ['its picture is in an unknown format'];
        if (allowed.length === 0) return [];
        const types = await unitTypes(path, codec, signal);
        return types.every((type) => allowed.includes(type)) ? [] : ['its picture carries other data'];
      },
    ),
  ];
  if (!cover) return checks;
  const covered = await ask('covered as planned', file, coveredPassed(cover), async () =>
    findUncovered(path, cover, (await exported()).times, seenSize(sealed()), { signal, onSeconds }),
  );
  return [...checks, covered];
}

/** All within one frame: of the number of frames, of when the first is shown, of when the last is. */
function timingProblems(sealed: PictureTiming, exported: PictureTiming, picture: Picture): string[] {
  const frame = 1 / picture.frameRate + 0.001;
  const onTimeline = (seconds: number) => Math.max(0, seconds - sealed.begin + picture.start);
  const differs = (a: number, b: number, most: number) => Math.abs(a - b) > most;
  return [
    ...(exported.hidden > 0 ? ['it has frames that players do not show'] : []),
    ...(differs(exported.frames, picture.frames, 1)
      ? ['it has more or fewer frames than the recording']
      : []),
    ...(differs(exported.first, onTimeline(sealed.first), frame) ||
    differs(exported.last, onTimeline(sealed.last), frame)
      ? ['picture and sound have moved against each other']
      : []),
  ];
}

/** A covered picture has been turned; one that was kept says how it has to be. */
function shapeProblems({ streams }: ExportProbe, picture: Picture, isCovered: boolean): string[] {
  const [stream] = streams;
  if (stream?.codec_type !== 'video') return ['it has no picture'];
  const even = evenSize(isCovered ? seenSize(picture) : picture);
  const fits = [picture, even].some(
    ({ width, height }) => stream.width === width && stream.height === height,
  );
  const counterClockwise =
    stream.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  const turn = (((-counterClockwise % 360) + 360) % 360) - (isCovered ? 0 : picture.rotation);
  return [
    ...(fits ? [] : ['it is not as large as the recording']),
    ...(turn === 0 ? [] : ['players would turn it another way']),
  ];
}

function coveredPassed({ spans, covers }: CoverPlan): string {
  if (spans.length + covers.length === 0) return 'Nothing is to be covered.';
  return 'Every frame that is on screen during a span is the cover, and so is every rectangle.';
}
