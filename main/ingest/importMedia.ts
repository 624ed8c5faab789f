import type { Progress } from '../../shared/contract/envelope';
import type { Media, Picture } from '../../shared/project/media';
import type { Vault } from '../vault/Vault';
import type { MeasuredStream } from './measureStreams';
import { noAudio, noTrack, truncated } from './mediaErrors';
import { probeMedia, type PictureStream, type Probe, type SoundStream } from './probeMedia';
import { requireMediaFile } from './requireMediaFile';
import { requireWholeFile } from './requireWholeFile';
import { isReadable } from './isReadable';
import { sealStreams, type SealedPicture, type SealedStreams } from './sealStreams';

export interface ImportOptions {
  /** The audio track to work on, counted from 0, or all mixed; without it the default one, else the first. */
  track?: number | 'mix' | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Seconds that may be missing from what a container claims before it counts as cut off: headers are rounded. */
const MISSING = 1;

/**
 * Seals a recording into a project that has none. On failure the project is as it was.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `FILE_EMPTY`,
 * `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED`, `MEDIA_NO_AUDIO`, `USAGE` for a track that is not there, `DISK_FULL`,
 * `TOOL_MISSING`, `CANCELLED`.
 */
export async function importMedia(vault: Vault, file: string, options: ImportOptions = {}): Promise<Media> {
  await requireMediaFile(file);
  const probe = await probeMedia(file, options.signal);
  if (typeof options.track === 'number' && !(options.track in probe.sound)) throw noTrack(probe.sound.length);
  await requireWholeFile(file, probe.format);
  try {
    const media = describe(probe, await seal(vault, file, probe, options), options.track);
    vault.execute({ label: 'Import recording', steps: [{ type: 'setMedia', media }] });
    return media;
  } catch (error) {
    // A project that is still being made is thrown away as a whole, which takes no time.
    if (!vault.isBeingMade) await vault.clearMedia();
    throw error;
  }
}

/**
 * Copies the streams, and where the copy turns out to be joined from pieces by an edit list, which only the
 * original's container can express, or not to be decoded without it, goes over it again and keeps what ffmpeg makes of it.
 */
async function seal(
  vault: Vault,
  file: string,
  probe: Probe,
  { signal, onProgress }: ImportOptions,
): Promise<SealedStreams> {
  const onSeconds = progressOf(probe.claimed, onProgress);
  const copied = await sealStreams(vault, file, probe, {
    anew: { picture: false, sound: false },
    signal,
    onSeconds,
  });
  const { picture } = copied;
  const anew = {
    picture: picture !== null && (picture.pieced || !(await isReadable(vault.readMedia('picture'), signal))),
    sound: copied.sound.some(({ pieced }) => pieced),
  };
  if (!anew.picture && !anew.sound) return copied;
  await vault.clearMedia();
  return sealStreams(vault, file, probe, { anew, signal, onSeconds });
}

function describe(
  { picture, sound, claimed }: Probe,
  sealed: SealedStreams,
  wanted: ImportOptions['track'],
): Media {
  const streams = [...(sealed.picture ? [sealed.picture] : []), ...sealed.sound];
  const atLeast = Math.max(...streams.map(({ end }) => end));
  const atMost = Math.max(...streams.map(({ endAtMost }) => endAtMost));
  if (claimed !== null && claimed > atMost + MISSING) throw truncated();
  const duration = Math.min(Math.max(claimed ?? atMost, atLeast), atMost);
  return {
    duration,
    picture: picture && sealed.picture && describePicture(picture, sealed.picture, duration),
    tracks: sound.map(({ track }) => track),
    track: chooseTrack(sound, sealed.sound, wanted),
  };
}

function describePicture(picture: PictureStream, sealed: SealedPicture, duration: number): Picture {
  const frames = sealed.packets - sealed.hidden;
  return {
    codec: sealed.codec,
    width: picture.width,
    height: picture.height,
    rotation: picture.rotation,
    start: sealed.start,
    frameRate: picture.frameRate || frames / duration,
    frames,
  };
}

/** @throws {AppError} `MEDIA_NO_AUDIO` when there is nothing in a track that is needed. */
function chooseTrack(
  sound: readonly SoundStream[],
  sealed: readonly MeasuredStream[],
  wanted: ImportOptions['track'],
): Media['track'] {
  const filled = sound.map((_, i) => (sealed[i]?.packets ?? 0) > 0);
  const usable = sound.findIndex(({ isDefault }, i) => isDefault && filled[i]);
  const track = wanted ?? (usable < 0 ? filled.indexOf(true) : usable);
  if (track === 'mix' ? filled.includes(false) : !filled[track]) throw noAudio();
  return track;
}

/** Seconds between two reports. */
const REPORT_INTERVAL = 0.1;

function progressOf(
  claimed: number | null,
  onProgress: ImportOptions['onProgress'],
): (seconds: number) => void {
  const started = performance.now();
  let done = 0;
  let reported = -Infinity;
  return (seconds) => {
    done = Math.max(done, seconds);
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed - reported < REPORT_INTERVAL) return;
    reported = elapsed;
    const total = Math.max(claimed ?? 0, done);
    const left = claimed !== null && done > 0 ? (elapsed * (total - done)) / done : null;
    onProgress?.({ stage: 'import', unit: 'seconds', done, total, elapsed, left });
  };
}
