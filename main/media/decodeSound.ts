import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Media, SoundTrack } from '../../shared/model/media';
import { isClosedPipe, runTool, type RunningTool } from '../system/runTool';
import type { Vault } from '../vault/Vault';
import { mediaMissing } from './mediaErrors';
import { placeOnTimeline } from './placeOnTimeline';
import { SEALED_OFFSET_SECONDS } from './sealedOffset';

export interface DecodeOptions {
  /** Hz; by default the track's own, or the highest of the mixed tracks. */
  sampleRate?: number | undefined;
  mono?: boolean | undefined;
  /** Seconds on the timeline; by default all of it. */
  from?: number | undefined;
  to?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface DecodedSound {
  sampleRate: number;
  channels: number;
  /** ffmpeg's name of the channel layout. */
  layout: string;
  /** Interleaved 32-bit floats, little-endian. It fails when `done` fails, so a stream that ends is whole. */
  stream: Readable;
  /**
   * Settles when the last sample is in the stream.
   * @throws {AppError} `PROJECT_DAMAGED`, `TOOL_FAILED`, `CANCELLED`.
   */
  done: Promise<void>;
}

/** Bytes of buffer, so that ffmpeg need not wait for a reader that is busy for a moment. */
const BUFFERED_BYTES = 1024 * 1024;

/**
 * Decodes the sealed sound on the container's timeline. Sample `n` was recorded at `from + n / sampleRate`; there is
 * silence where nothing was recorded, until the end of the recording. Each channel always has exactly
 * `round(to × rate) − round(from × rate)` samples.
 * @throws {AppError} `MEDIA_MISSING`, `TOOL_MISSING`, `CANCELLED`.
 */
export function decodeSound(vault: Vault, options: DecodeOptions = {}): DecodedSound {
  const { media } = vault.document;
  if (!media) throw mediaMissing();
  const tracks = chosenTracks(media);
  const shape = soundShape(media);
  const sampleRate = options.sampleRate ?? shape.sampleRate;
  const { channels, layout } = options.mono ? { channels: 1, layout: 'mono' } : shape;
  const first = Math.round((options.from ?? 0) * sampleRate);
  const end = Math.max(
    first,
    Math.round(Math.min(options.to ?? media.duration, media.duration) * sampleRate),
  );

  const tool = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-copyts', '-f', 'nut', '-i', 'pipe:0'],
      ...['-filter_complex', filterGraph(tracks, { sampleRate, layout, first, end }), '-map', '[sound]'],
      // `-flush_packets 0` saves a write after each of the codec's small packets.
      ...['-c:a', 'pcm_f32le', '-f', 'f32le', '-flush_packets', '0', 'pipe:1'],
    ],
    { signal: options.signal },
  );
  const fed = feed(vault, tool);
  fed.catch(() => undefined);
  const bytes = (end - first) * channels * Float32Array.BYTES_PER_ELEMENT;
  const stream = whole(tool, fed, bytes);
  const done = pipeline(tool.stdout, stream);
  done.catch(() => undefined);
  // The stream also closes when the reader has had enough.
  stream.once('close', () => tool.child.kill('SIGKILL'));
  return { sampleRate, channels, layout, stream, done };
}

/** Returns the rate (Hz) and channels in which the chosen track, or the mix of all, is decoded by default. */
export function soundShape(media: Media): Pick<SoundTrack, 'sampleRate' | 'channels' | 'layout'> {
  const tracks = chosenTracks(media).map(({ track }) => track);
  const { channels, layout } = tracks.reduce((a, b) => (b.channels > a.channels ? b : a));
  return { sampleRate: Math.max(...tracks.map(({ sampleRate }) => sampleRate)), channels, layout };
}

/** Passes on what ffmpeg writes. The stream ends only if ffmpeg succeeded and wrote all the bytes that were due. */
function whole(tool: RunningTool, fed: Promise<void>, bytes: number): Transform {
  let count = 0;
  const check = async () => {
    await fed;
    const { code } = await tool.done;
    if (code !== 0 || count !== bytes) throw undecodable();
  };
  return new Transform({
    highWaterMark: BUFFERED_BYTES,
    transform(chunk: Buffer, _encoding, pass) {
      count += chunk.length;
      pass(null, chunk);
    },
    flush(end) {
      check().then(() => end(), end);
    },
  });
}

interface ChosenTrack {
  index: number;
  track: SoundTrack;
}

function chosenTracks(media: Media): ChosenTrack[] {
  return media.tracks
    .map((track, index) => ({ index, track }))
    .filter(({ index }) => media.track === 'mix' || media.track === index);
}

/** Gives all mixed tracks the same share, so that they cannot add up to clipping. */
function filterGraph(
  tracks: readonly ChosenTrack[],
  { sampleRate, layout, first, end }: { sampleRate: number; layout: string; first: number; end: number },
): string {
  const placed = tracks.map(({ index, track }) =>
    [
      `[0:${index}]asetpts=PTS-${SEALED_OFFSET_SECONDS}/TB`,
      ...nameChannels(track),
      placeOnTimeline(sampleRate),
      `aformat=sample_fmts=flt:channel_layouts=${layout}[t${index}]`,
    ].join(','),
  );
  const inputs = tracks.map(({ index }) => `[t${index}]`).join('');
  const mixed =
    tracks.length > 1
      ? `amix=inputs=${tracks.length}:normalize=0:weights=${tracks.map(() => 1 / tracks.length).join(' ')},`
      : '';
  return [...placed, `${inputs}${mixed}apad,atrim=start_sample=${first}:end_sample=${end}[sound]`].join(';');
}

/** Names the channels again, since NUT does not keep which is which. Unlike `pan`, this mixes nothing. */
function nameChannels({ layout, channels }: SoundTrack): string[] {
  if (layout === `${channels}C`) return [];
  return [
    `channelmap=map=${Array.from({ length: channels }, (_, i) => i).join('|')}:channel_layout=${layout}`,
  ];
}

/** Feeds ffmpeg. It closes its end when it has all it needs, and when it fails; its exit code tells which. */
async function feed(vault: Vault, tool: RunningTool): Promise<void> {
  try {
    await pipeline(vault.readMedia('sound'), tool.stdin);
  } catch (error) {
    if (isClosedPipe(error)) return;
    // Sound that is missing must not be taken for silence.
    tool.child.kill('SIGKILL');
    throw error;
  }
}

const undecodable = (): AppError =>
  new AppError(
    'TOOL_FAILED',
    t('ffmpeg could not decode the sound of the recording.'),
    t('Import the recording again; if that does not help, convert its sound to WAV and import that.'),
  );
