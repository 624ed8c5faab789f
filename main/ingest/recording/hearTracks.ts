import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isClosedPipe, runTool } from '../../system/runTool';
import { framesOf } from '../../media/mixes/framesOf';
import { MixLevels, type LevelsOfMix } from '../../media/mixes/MixLevels';
import { SAMPLE_RATE } from '../../media/mixes/SoundLevels';
import { speechIn, type SpeechFound } from '../../media/mixes/speechIn';
import { placeOnTimeline } from '../../media/placeOnTimeline';
import { runTogether } from '../../media/runTogether';
import type { SoundStream } from './probeMedia';
import { SEALED_OFFSET_SECONDS } from '../../media/sealedOffset';

/** The result of decoding a sealed track to its end. */
export interface HeardTrack {
  /** Frames of sound that the decoder gives; none for a track that is empty or cannot be decoded. */
  frames: number;
  /** End of the last of them, seconds on the timeline. */
  end: number;
  /** Stretches (seconds) between two frames for which the file has no sound: it is damaged, or the recorder paused. */
  gaps: { from: number; to: number }[];
  /** The rates (Hz) and numbers of channels that occur on the way. */
  rates: Set<number>;
  channels: Set<number>;
  /** Speech in the mix of its channels that carries most. */
  speech: SpeechFound;
}

export interface HeardTracks {
  tracks: HeardTrack[];
  /** True if the decoder came to the end of all of them. */
  whole: boolean;
}

/**
 * Decodes every track from its beginning to its end, in one pass. This proves that they can be decoded, and tells what
 * is on each.
 * @param sealed the sound as it is sealed. It may be destroyed before its end, when no track is left to be decoded.
 * @throws {AppError} `TOOL_MISSING`, `CANCELLED`, or what the sound failed with.
 */
export async function hearTracks(
  sealed: Readable,
  sound: readonly Pick<SoundStream, 'track'>[],
  signal?: AbortSignal,
): Promise<HeardTracks> {
  const tool = runTool(
    'ffmpeg',
    [
      // The filter that reports each frame does so at the level of information.
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info'],
      ...['-protocol_whitelist', 'pipe', '-copyts', '-f', 'nut', '-i', 'pipe:0'],
      ...sound.flatMap((_, i) => [
        ...[
          '-map',
          `0:${i}`,
          '-af',
          `asetpts=PTS-${SEALED_OFFSET_SECONDS}/TB,ashowinfo@${i},${placeOnTimeline(SAMPLE_RATE)}`,
        ],
        ...['-c:a', 'pcm_f32le', '-f', 'f32le', '-flush_packets', '0', `pipe:${3 + i}`],
      ]),
    ],
    { signal, pipes: sound.length },
  );
  const heard = sound.map((): HeardTrack => ({
    frames: 0,
    end: 0,
    gaps: [],
    rates: new Set(),
    channels: new Set(),
    speech: { seconds: 0, db: -Infinity },
  }));
  const told = (async () => {
    if (!tool.child.stderr) return;
    for await (const line of createInterface({ input: tool.child.stderr })) takeFrame(heard, line);
  })();
  const fed = pipeline(sealed, tool.stdin).catch((error: unknown) => {
    // The tool closes its end when no track is left to be decoded; any other failure is the sound's.
    if (!isClosedPipe(error)) throw error;
  });
  const measured: LevelsOfMix[][] = [];
  const levels = sound.map(async ({ track }, i) => {
    const meter = new MixLevels(track.channels);
    for await (const frames of framesOf(tool.pipe(3 + i), track.channels)) meter.push(frames);
    measured[i] = meter.end();
  });
  const broken = await runTogether([told, fed, ...levels, tool.done], [tool]);
  if (broken.length > 0) throw broken[0];
  const { code } = await tool.done;
  const tracks = heard.map((one, i) => ({
    ...one,
    speech: (measured[i] ?? [])
      .map((mix) => speechIn(mix.levels))
      .reduce((best, found) => (found.seconds > best.seconds ? found : best), one.speech),
  }));
  return { tracks, whole: code === 0 };
}

/** Seconds; a shorter gap comes from how a container's clock is rounded, or from a packet that says it is silent. */
const SHORTEST_GAP_SECONDS = 0.1;

const FRAME =
  /^\[ashowinfo@(\d+) .* pts_time:(-?[\d.]+) .*? channels:(\d+) .*? rate:(\d+) nb_samples:(\d+) /u;

function takeFrame(heard: readonly HeardTrack[], line: string): void {
  const [, index, time, channels, rate, samples] = FRAME.exec(line) ?? [];
  const track = heard[Number(index)];
  if (!track) return;
  const begin = Number(time);
  if (track.frames++ > 0 && begin > track.end + SHORTEST_GAP_SECONDS)
    track.gaps.push({ from: track.end, to: begin });
  track.end = Math.max(track.end, begin + Number(samples) / Number(rate));
  track.rates.add(Number(rate));
  track.channels.add(Number(channels));
}
