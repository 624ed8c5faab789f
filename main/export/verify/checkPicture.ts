import type { Check } from '../../../shared/contract/api';
import type { Vault } from '../../vault/Vault';
import { pictureUnits } from '../pictureUnits';
import type { Picture } from '../../../shared/project/media';
import { pictureTiming, type PictureTiming } from '../pictureTiming';
import { ask } from './ask';
import { probeExport } from './probeExport';
import { unitTypes } from './unitTypes';

/**
 * Every frame is there, at its time, and in the stream is nothing but picture: no SEI, metadata or filler.
 */
export async function checkPicture(
  vault: Vault,
  path: string,
  file: string,
  signal?: AbortSignal,
): Promise<Check[]> {
  return [
    await ask('frames and their times', file, 'Every frame is there, at its time.', async () => {
      const { media } = vault.document;
      if (!media?.picture) return ['the recording has no picture'];
      const sealed = await pictureTiming(vault.readMedia('picture'), signal);
      return timingProblems(sealed, await pictureTiming(path, signal), media.picture);
    }),
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
