import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/contract/errors';
import type { Media, SoundTrack } from '../../shared/project/media';
import { runTool, type RunningTool } from '../system/runTool';
import type { Vault } from '../vault/Vault';
import { mediaMissing } from './mediaErrors';
import { SEALED_OFFSET } from './sealedOffset';

export interface DecodeOptions {
  /** Hz; without it the track's own, or the highest of those that are mixed. */
  sampleRate?: number | undefined;
  mono?: boolean | undefined;
  /** Seconds on the timeline; without them all of it. */
  from?: number | undefined;
  to?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface DecodedSound {
  sampleRate: number;
  channels: number;
  /** ffmpeg's name of the channel layout. */
  layout: string;
  /** Interleaved 32-bit floats, little-endian. It fails where `done` does: an ended stream is a whole one. */
  stream: Readable;
  /**
   * Settles when the last sample is in the stream.
   * @throws {AppError} `PROJECT_DAMAGED`, `TOOL_FAILED`, `CANCELLED`.
   */
  done: Promise<void>;
}

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * The sealed sound on the container's timeline: sample `n` is what was recorded at `from + n / sampleRate`, with
 * silence where nothing was, until the end of the recording. There are `round(to × rate) − round(from × rate)`
 * samples of each channel, always.
 * @throws {AppError} `MEDIA_MISSING`, `TOOL_MISSING`, `CANCELLED`.
 */
export function decodeSound(vault: Vault, options: DecodeOptions = {}): DecodedSound {
  const { media } = vault.document;
  if (!media) throw mediaMissing();
  const tracks = chosenTracks(media);
  const widest = tracks.map(({ track }) => track).reduce((a, b) => (b.channels > a.channels ? b : a));
  const sampleRate = options.sampleRate ?? Math.max(...tracks.map(({ track }) => track.sampleRate));
  const { channels, layout } = options.mono ? { channels: 1, layout: 'mono' } : widest;
  const first = Math.round((options.from ?? 0) * sampleRate);
  const end = Math.max(
    first,
    Math.round(Math.min(options.to ?? media.duration, media.duration) * sampleRate),
  );

  const tool = runTool(
    'ffmpeg',
    [
      ['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-copyts', '-f', 'nut', '-i', 'pipe:0'],
      ['-filter_complex', filterGraph(tracks, { sampleRate, layout, first, end }), '-map', '[sound]'],
      ['-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
    ].flat(),
    { signal: options.signal },
  );
  const fed = feed(vault, tool);
  fed.catch(() => undefined);
  const expected = (end - first) * channels * BYTES;
  let settle: { resolve: () => void; reject: (error: unknown) => void };
  const done = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  done.catch(() => undefined);

  async function* samples(): AsyncGenerator<Buffer> {
    let bytes = 0;
    try {
      for await (const chunk of tool.stdout) {
        bytes += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
      await fed;
      const { code } = await tool.done;
      if (code !== 0 || bytes !== expected) throw undecodable();
      settle.resolve();
    } catch (error) {
      settle.reject(error);
      throw error;
    } finally {
      // Also reached when the reader has had enough.
      tool.child.kill('SIGKILL');
      settle.resolve();
    }
  }
  return { sampleRate, channels, layout, stream: Readable.from(samples(), { objectMode: false }), done };
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

/**
 * Every track is put on the timeline: silence before its first sample and in its gaps, nothing from before zero.
 * `async=1` only fills and cuts, it never stretches. A gap of less than 15 ms is taken for the rounding of a
 * container's clock (Matroska's is 1 ms); the shortest packet that can get lost, of AMR or Opus, is 20 ms.
 * Mixed tracks are each given the same share, so that they cannot add up to clipping.
 */
function filterGraph(
  tracks: readonly ChosenTrack[],
  { sampleRate, layout, first, end }: { sampleRate: number; layout: string; first: number; end: number },
): string {
  const placed = tracks.map(
    ({ index }) =>
      `[0:${index}]asetpts=PTS-${SEALED_OFFSET}/TB,` +
      `aresample=${sampleRate}:async=1:first_pts=0:min_comp=0:min_hard_comp=0.015,` +
      `aformat=sample_fmts=flt:channel_layouts=${layout}[t${index}]`,
  );
  const inputs = tracks.map(({ index }) => `[t${index}]`).join('');
  const mixed =
    tracks.length > 1
      ? `amix=inputs=${tracks.length}:normalize=0:weights=${tracks.map(() => 1 / tracks.length).join(' ')},`
      : '';
  return [...placed, `${inputs}${mixed}apad,atrim=start_sample=${first}:end_sample=${end}[sound]`].join(';');
}

/** ffmpeg closes its end when it has all it needs; that is no failure. One to read the project file is. */
async function feed(vault: Vault, tool: RunningTool): Promise<void> {
  try {
    await pipeline(vault.readMedia('sound'), tool.stdin);
  } catch (error) {
    if (!(error instanceof AppError)) return;
    tool.child.kill('SIGKILL');
    throw error;
  }
}

const undecodable = (): AppError =>
  new AppError(
    'TOOL_FAILED',
    'ffmpeg could not decode the sound of the recording.',
    'Import the recording again; if that does not help, convert its sound to WAV and import that.',
  );
