import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { Picture } from '../../../shared/model/media';
import type { Say } from '../../published/SpokenCheck';
import type { Vault } from '../../vault/Vault';
import type { ExportProbe } from '../container/probeExport';
import { runCheck } from '../runCheck';
import { Unreadable } from '../Unreadable';
import { findUncovered } from './findUncovered';
import type { PictureQuestion } from './PictureQuestion';
import type { CoverPlan } from './hiddenParts';
import { hasUnits, isPictureCodec, isPicturePart } from './pictureParts';
import { readPicture, type PictureFacts } from './readPicture';
import { unitTypes } from '../container/unitTypes';
import { storedSize, uprightSize, type PictureSize } from './uprightSize';

/**
 * Checks that every frame is there, at its time and upright, and that the stream holds nothing but picture: no SEI,
 * metadata or filler. Also checks that what had to be covered is covered, in every frame that is on screen then.
 */
export async function checkPicture(vault: Vault, question: PictureQuestion): Promise<Check[]> {
  const { file, cover, signal, onSeconds } = question;
  const { path, name } = file;
  const picture = () => {
    const { media } = vault.document;
    if (!media?.picture) throw new Unreadable('the recording has no picture');
    return media.picture;
  };
  const exported = once(() => readPicture(path, signal));
  const sealed = once(() => readPicture(vault.readMedia('picture'), signal));
  // The programs that read the three streams run side by side. None may go on when an error is thrown.
  const running = [
    runCheck(
      'frames and their times',
      name,
      () => t('Every frame is there, at its time.'),
      async () => timingProblems(...(await Promise.all([sealed(), exported()])), picture()),
    ),
    runCheck(
      'size and turn',
      name,
      () => t('It is as large as the recording, and upright.'),
      async () => shapeProblems(await file.probe(), (await sealed()).size, picture(), cover !== null),
    ),
    runCheck(
      'nothing but picture in the picture',
      name,
      () => t('Its stream has no SEI or other data.'),
      async () => {
        const codec = (await file.probe()).streams[0]?.codec_name ?? '';
        if (!isPictureCodec(codec)) return [() => t('its picture is in an unknown format')];
        if (!hasUnits(codec)) return [];
        const types = await unitTypes(path, codec, signal);
        return types.every((type) => isPicturePart(codec, type))
          ? []
          : [() => t('its picture carries other data')];
      },
    ),
  ];
  await Promise.allSettled(running);
  const checks = await Promise.all(running);
  if (!cover) return checks;
  const covered = await runCheck(
    'covered as planned',
    name,
    () => coveredPassed(cover),
    async () => {
      const seen = uprightSize((await sealed()).size, picture().rotation);
      return findUncovered(path, cover, (await exported()).times, seen, { signal, onSeconds });
    },
  );
  return [...checks, covered];
}

/** Returns a function that gives all callers the same answer, and looks for it when the first one asks. */
function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (found ??= find());
}

/** Compares the number of frames and the times of the first and the last; each may differ by one frame. */
function timingProblems(sealed: PictureFacts, exported: PictureFacts, picture: Picture): Say[] {
  const frame = 1 / picture.frameRate + 0.001;
  const onTimeline = (seconds: number) => Math.max(0, seconds - sealed.begin + picture.start);
  const hasMoved = (at: 0 | -1) => {
    const [is, was] = [exported.times.at(at), sealed.times.at(at)];
    return is === undefined || was === undefined || Math.abs(is - onTimeline(was)) > frame;
  };
  return [
    ...(exported.hidden > 0 ? [() => t('it has frames that players do not show')] : []),
    ...(Math.abs(exported.frames - picture.frames) > 1
      ? [() => t('it has more or fewer frames than the recording')]
      : []),
    ...(hasMoved(0) || hasMoved(-1) ? [() => t('picture and sound have moved against each other')] : []),
  ];
}

/** @param size of the sealed picture. A covered picture was turned upright; a kept one says how it has to be turned. */
function shapeProblems(
  { streams }: ExportProbe,
  size: PictureSize,
  { rotation }: Picture,
  isCovered: boolean,
): Say[] {
  const [stream] = streams;
  if (stream?.codec_type !== 'video') return [() => t('it has no picture')];
  const expected = isCovered ? uprightSize(size, rotation) : size;
  const fits = [expected, storedSize(expected)].some(
    ({ width, height }) => stream.width === width && stream.height === height,
  );
  const counterClockwise =
    stream.side_data_list.find(({ rotation: turned }) => turned !== undefined)?.rotation ?? 0;
  const turn = (((-counterClockwise % 360) + 360) % 360) - (isCovered ? 0 : rotation);
  return [
    ...(fits ? [] : [() => t('it is not as large as the recording')]),
    ...(turn === 0 ? [] : [() => t('players would turn it another way')]),
  ];
}

function coveredPassed({ spans, covers }: CoverPlan): string {
  if (spans.length + covers.length === 0) return t('Nothing is to be covered.');
  return t('Every frame that is on screen during a span is the cover, and so is every rectangle.');
}
