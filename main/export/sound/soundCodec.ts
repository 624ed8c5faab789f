import type { AudioFormat } from '../../../shared/model/formats';
import type { SoundTrack } from '../../../shared/model/media';

/** The form of samples. A codec is told by it how to keep the sound. */
export interface SoundShape {
  /** Hz */
  rate: number;
  channels: number;
  /** ffmpeg's name of the channel layout. */
  layout: string;
}

/** A way to carry a sound: encoder arguments, and the shape that comes out, which a codec may force to differ. */
export interface SoundCodec {
  args: string[];
  shape: SoundShape;
}

/** Names that encoders know for the same loudspeakers, and the usual ones where a recording names none. */
const SAME_LAYOUT: Record<string, string> = {
  '5.1(side)': '5.1',
  '5.0(side)': '5.0',
  'quad(side)': 'quad',
  '1 channels': 'mono',
  '2 channels': 'stereo',
  '3 channels': '3.0',
  '4 channels': 'quad',
  '5 channels': '5.0',
  '6 channels': '5.1',
  '8 channels': '7.1',
};

// AAC has lower rates, but they leave too few bits for a mask in its first packets.
const AAC_RATES = [16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000];
const MP3_RATES = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000];
const AAC_LAYOUTS = ['mono', 'stereo', '2.1', '3.0', '4.0', 'quad', '5.0', '5.1', '7.1'];
const OPUS_LAYOUTS = ['mono', 'stereo', '3.0', 'quad', '5.0', '5.1', '6.1', '7.1'];

/**
 * Chooses how a format carries a sound. Rate and layout are kept where the codec has them. Otherwise the rate goes to
 * the next higher one it has (Opus: always 48 kHz) and the layout to stereo. Bit rates are generous: speech is small,
 * and what the codec changes inside a span is noise that verification has to see through.
 */
export function soundCodec(format: AudioFormat, shape: SoundShape, track: SoundTrack): SoundCodec {
  switch (format) {
    case 'wav':
      return { args: ['-c:a', wavCodec(track), '-rf64', 'auto'], shape };
    case 'm4a': {
      const kept = keep(shape, AAC_RATES, AAC_LAYOUTS);
      const perChannel = Math.min(96_000, 4 * kept.rate);
      // Noise substitution would replace the mask by noise of the decoder's own, and could not be checked. The default
      // coder is poor in its first packets, up to −4 dB below a mask that begins there; the plain one stays below −12
      // dB.
      const aac = ['-c:a', 'aac', '-aac_coder', 'fast', '-aac_pns', '0'];
      // With more than two channels, mid and side are taken wrongly at first: when all channels of 2.1 had a tone, the
      // right one had nothing of it until 80 ms into the mask.
      if (kept.channels > 2) aac.push('-aac_ms', '0');
      return { args: [...aac, '-b:a', `${perChannel * kept.channels}`], shape: kept };
    }
    case 'mp3': {
      const kept = keep(shape, MP3_RATES, ['mono', 'stereo']);
      const perChannel = kept.rate >= 32_000 ? 96_000 : kept.rate >= 16_000 ? 64_000 : 32_000;
      return { args: ['-c:a', 'libmp3lame', '-b:a', `${perChannel * kept.channels}`], shape: kept };
    }
    case 'opus': {
      const kept = keep({ ...shape, rate: 48_000 }, [48_000], OPUS_LAYOUTS);
      return { args: ['-c:a', 'libopus', '-vbr', 'on', '-b:a', `${64_000 * kept.channels}`], shape: kept };
    }
  }
}

function wavCodec({ bitDepth, float }: SoundTrack): string {
  if (float || (bitDepth ?? 0) > 24) return 'pcm_f32le';
  return (bitDepth ?? 0) > 16 ? 'pcm_s24le' : 'pcm_s16le';
}

function keep(shape: SoundShape, rates: readonly number[], layouts: readonly string[]): SoundShape {
  const rate = rates.find((r) => r >= shape.rate) ?? rates.at(-1) ?? shape.rate;
  const layout = SAME_LAYOUT[shape.layout] ?? shape.layout;
  if (layouts.includes(layout)) return { rate, channels: shape.channels, layout };
  return { rate, channels: 2, layout: 'stereo' };
}

/**
 * Returns container arguments for MP4 (`mp4`) and M4A (`ipod`).
 * @param rate of the sound, Hz. It becomes the time scale of the movie, in which edit lists count. In milliseconds, as
 * is usual, they would hide the last packet of the sound when there is less than one in it.
 */
export const mp4Muxer = (name: 'mp4' | 'ipod', rate: number): string[] => [
  ...['-empty_hdlr_name', '1', '-movflags', '+faststart'],
  ...['-movie_timescale', `${rate}`, '-f', name],
];

/** Returns arguments to read interleaved float32 of that shape from a pipe. */
export function pcmInput({ rate, channels, layout }: SoundShape, fd: number): string[] {
  const named = SAME_LAYOUT[layout] ?? layout;
  // Names such as `3 channels` mean that nobody knows the layout; ffmpeg then takes the usual one of so many.
  const label = /^(unknown|\d+ channels)?$/.test(named) ? [] : ['-channel_layout', named];
  return ['-f', 'f32le', '-ar', `${rate}`, '-ac', `${channels}`, ...label, '-i', `pipe:${fd}`];
}

/** Returns the filter that brings samples into another shape. A mask that is the same in all channels stays itself. */
export function reshape(from: SoundShape, to: SoundShape): string[] {
  if (from.rate === to.rate && from.channels === to.channels) return [];
  // Without the limit, six channels that are alike would add up to more than any one of them.
  return ['-af', `aresample=${to.rate}:rematrix_maxval=1,aformat=channel_layouts=${to.layout}`];
}
