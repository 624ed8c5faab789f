import type { Blur } from '../../../shared/model/formats';
import type { SampleRange } from '../../../shared/mask/maskRanges';
import { SpanSignal } from '../../../shared/mask/SpanSignal';
import type { MaskFindings, MaskTest } from './maskStatistics';
import type { SoundWindow } from './SoundWindow';
import type { KnownSpectra } from './traceOfSource';

export interface SpanSounds {
  blur: Blur;
  /** Hz of both sounds. */
  rate: number;
  source: SoundWindow;
  exported: SoundWindow;
  test: MaskTest;
}

/** Most seconds that are tested at once; longer spans are cut into pieces. */
const PIECE_SECONDS = 4;
/** Seconds on either side of a piece: a codec smears as far, and a filter needs them to settle. */
const MARGIN_SECONDS = 0.35;

/** Tests one span, piece by piece, channel by channel. The windows go forwards from span to span. */
export async function examineSpan(range: SampleRange, sounds: SpanSounds): Promise<MaskFindings> {
  const { blur, rate, source, exported, test } = sounds;
  const signal = new SpanSignal(blur, rate, range);
  const pieces = Math.ceil((range.end - range.first) / (PIECE_SECONDS * rate));
  const findings: MaskFindings = { unmasked: false, trace: false };
  for (let i = 0; i < pieces; i++) {
    const first = edge(range, i, pieces);
    const end = edge(range, i + 1, pieces);
    const from = Math.max(0, first - Math.round(MARGIN_SECONDS * rate));
    const x = await source.window(from, end);
    const y = await exported.window(from, end + Math.round(MARGIN_SECONDS * rate));
    const mask = new Float32Array(end - first);
    signal.fill(mask);
    // A span may reach beyond the end of the recording.
    const length = Math.min(
      end - first,
      y.length / exported.channels - (first - from),
      x.length / source.channels - (first - from),
    );
    if (length <= 0) break;
    const within = (samples: Float32Array) => samples.subarray(first - from, first - from + length);
    const recorded = recordedSounds(x, source.channels).map(within);
    const masked = mask.subarray(0, length);
    const spectra: KnownSpectra = new Map();
    for (let c = 0; c < exported.channels; c++) {
      const residual = channel(y, c, exported.channels);
      for (let k = 0; k < length; k++)
        residual[first - from + k] = (residual[first - from + k] ?? 0) - (mask[k] ?? 0);
      const found = test({
        residual,
        start: first - from,
        end: first - from + length,
        before: first - range.first,
        after: range.end - end,
        channel: c,
        mask: masked,
        spectra,
        references: references(recorded, source.channels, c, exported.channels),
      });
      findings.unmasked ||= found.unmasked;
      findings.trace ||= found.trace;
    }
  }
  return findings;
}

const edge = ({ first, end }: SampleRange, i: number, pieces: number) =>
  first + Math.round(((end - first) * i) / pieces);

function channel(samples: Float32Array, c: number, channels: number): Float32Array {
  const one = new Float32Array(Math.floor(samples.length / channels));
  for (let i = 0, at = c; i < one.length; i++, at += channels) one[i] = samples[at] ?? 0;
  return one;
}

/** Lists the channels that were recorded, and behind them the mean of all where there are several. */
function recordedSounds(x: Float32Array, channels: number): Float32Array[] {
  if (channels === 1) return [x];
  const mean = new Float32Array(Math.floor(x.length / channels));
  for (let i = 0, at = 0; i < mean.length; i++) {
    let sum = 0;
    for (let k = 0; k < channels; k++) sum += x[at++] ?? 0;
    mean[i] = sum / channels;
  }
  return [...Array.from({ length: channels }, (_, k) => channel(x, k, channels)), mean];
}

/**
 * Lists the recorded sounds that may be in that channel: the same channel, or any if they are mixed, and the mean of all.
 */
function references(
  recorded: readonly Float32Array[],
  channels: number,
  c: number,
  exportedChannels: number,
): Float32Array[] {
  if (channels === 1 || channels !== exportedChannels) return [...recorded];
  return recorded.filter((_, k) => k === c || k === channels);
}
