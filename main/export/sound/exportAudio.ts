import type { AudioFormat, Blur } from '../../../shared/model/formats';
import type { SoundTrack } from '../../../shared/model/media';
import type { Span } from '../../../shared/model/entity';
import { disguiseStream } from './disguise/disguiseStream';
import { decodeSound, type DecodedSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { maskStream } from './mask/maskStream';
import { runEncoder, type Feed } from '../runEncoder';
import { mp4Muxer, pcmInput, reshape, soundCodec, type SoundShape } from './soundCodec';
import { tidyOpus } from '../container/tidyOpus';

export interface MediaExport {
  /** The file to write; its folder exists. */
  path: string;
  /** Seconds on the timeline. */
  spans: readonly Span[];
  blur: Blur;
  /** Decides how disguised voices sound; without it they are left as they are. */
  voice?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Called with the seconds of the recording that are done. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

const MUXERS: Record<AudioFormat, (rate: number) => string[]> = {
  wav: () => ['-f', 'wav'],
  m4a: (rate) => mp4Muxer('ipod', rate),
  // The only trace of the encoder that stays is its name in the gapless header: by it decoders trust the lengths there.
  mp3: () => ['-id3v2_version', '0', '-f', 'mp3'],
  opus: () => ['-f', 'opus'],
};

/**
 * Writes the sound with its spans masked, as one WAV, M4A, MP3 or Opus file.
 * @param track the facts about the sound that is exported.
 * @throws {AppError} `DISK_FULL`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function exportAudio(
  vault: Vault,
  format: AudioFormat,
  track: SoundTrack,
  target: MediaExport,
): Promise<void> {
  const sound = decodeSound(vault, { signal: target.signal });
  const shape = shapeOf(sound);
  const codec = soundCodec(format, shape, track);
  await runEncoder(
    [...pcmInput(shape, 0), ...reshape(shape, codec.shape), ...codec.args],
    MUXERS[format](codec.shape.rate),
    target.path,
    [maskedFeed(sound, target)],
    target.signal,
  );
  if (format === 'opus') await tidyOpus(target.path);
}

export const shapeOf = (sound: DecodedSound): SoundShape => ({
  rate: sound.sampleRate,
  channels: sound.channels,
  layout: sound.layout,
});

/**
 * Leads the decoded sound through the mask into the encoder's stdin. It is masked at its own rate before anything else
 * touches it: a resampler would carry some of a span out of it.
 */
export function maskedFeed(sound: DecodedSound, { spans, blur, voice, onSeconds }: MediaExport): Feed {
  const { sampleRate: rate, channels } = sound;
  const mask = maskStream({ rate, channels, spans, blur }, (frames) => onSeconds?.(frames / rate));
  if (voice === undefined) return { fd: 0, stages: [sound.stream, mask], done: sound.done };
  // A disguise works on frames, and would carry what is in a span to both sides of it. So it gets silence there.
  const silence = maskStream({ rate, channels, spans, blur: 'silence' });
  return {
    fd: 0,
    stages: [sound.stream, silence, disguiseStream(rate, channels, voice), mask],
    done: sound.done,
  };
}
