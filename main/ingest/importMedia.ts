import type { Progress } from '../../shared/contract/envelope';
import type { Media } from '../../shared/project/media';
import type { Vault } from '../vault/Vault';
import { noTrack } from './mediaErrors';
import { probeMedia, type Probe, type SoundStream } from './probeMedia';
import { requireMediaFile } from './requireMediaFile';
import { sealStreams, type SealedStreams } from './sealStreams';

export interface ImportOptions {
  /** The audio track to work on, counted from 0, or all mixed; without it the default one, else the first. */
  track?: number | 'mix' | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Seals a recording into a project that has none. On failure the project is as it was.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `FILE_EMPTY`,
 * `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED`, `MEDIA_NO_AUDIO`, `USAGE` for a track that is not there, `DISK_FULL`,
 * `TOOL_MISSING`, `CANCELLED`.
 */
export async function importMedia(vault: Vault, file: string, options: ImportOptions = {}): Promise<Media> {
  await requireMediaFile(file);
  const probe = await probeMedia(file, options.signal);
  const track = options.track ?? defaultTrack(probe.sound);
  if (track !== 'mix' && !(track in probe.sound)) throw noTrack(probe.sound.length);
  try {
    const sealed = await sealStreams(vault, file, probe, {
      signal: options.signal,
      onSeconds: progressOf(probe.duration, options.onProgress),
    });
    const media = describe(probe, sealed, track);
    vault.execute({ label: 'Import recording', steps: [{ type: 'setMedia', media }] });
    return media;
  } catch (error) {
    await vault.clearMedia();
    throw error;
  }
}

function defaultTrack(sound: readonly SoundStream[]): number {
  return Math.max(
    0,
    sound.findIndex(({ isDefault }) => isDefault),
  );
}

function describe({ picture, sound }: Probe, sealed: SealedStreams, track: Media['track']): Media {
  const duration = Math.max(sealed.picture?.end ?? 0, ...sealed.sound.map(({ end }) => end));
  const frames = sealed.picture?.packets ?? 0;
  return {
    duration,
    picture: picture && {
      codec: picture.codec,
      width: picture.width,
      height: picture.height,
      rotation: picture.rotation,
      start: Math.max(0, sealed.picture?.start ?? 0),
      frameRate: picture.frameRate || frames / duration,
      frames,
    },
    tracks: sound.map((stream) => stream.track),
    track,
  };
}

function progressOf(
  duration: number | null,
  onProgress: ImportOptions['onProgress'],
): (seconds: number) => void {
  const started = performance.now();
  return (seconds) => {
    const elapsed = (performance.now() - started) / 1000;
    const total = Math.max(duration ?? 0, seconds);
    const left = duration !== null && seconds > 0 ? (elapsed * (total - seconds)) / seconds : null;
    onProgress?.({ stage: 'import', unit: 'seconds', done: seconds, total, elapsed, left });
  };
}
