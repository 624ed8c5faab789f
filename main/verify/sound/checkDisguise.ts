import type { Check } from '../../../shared/model/check';
import type { Span } from '../../../shared/model/entity';
import { decodeSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { fft, inverseFft } from '../../export/sound/fft';
import { sumMix } from '../../media/mixes/Mix';
import { mixesOfWindow } from '../../media/mixes/mixesOf';
import { mixSamples } from '../../media/mixes/mixSamples';
import { ask } from '../runCheck';
import { decodeExport } from './decodeExport';
import { probeExport } from '../container/probeExport';
import { SoundWindow } from './SoundWindow';

export interface DisguiseQuestion {
  path: string;
  file: string;
  /** Seconds */
  spans: readonly Span[];
  signal?: AbortSignal | undefined;
}

/** Seconds of sound that are compared, and from one such block to the next. */
const BLOCK = 1;
const STEP = 8;
/** RMS under which a block has no voice to speak of: −50 dBFS. */
const QUIET = 10 ** (-50 / 20);
/** How much of a block may be the same wave at the best shift, 0 to 1: disguised voices stay below 0.4, encoded ones above 0.9. */
const SAME = 0.6;

/** Asks whether the voices outside the spans are other waves than those that were recorded. */
export function checkDisguise(vault: Vault, question: DisguiseQuestion): Promise<Check> {
  return ask('voices disguised', question.file, 'No voice is the one that was recorded.', async () =>
    (await isSame(vault, question)) ? ['a voice is the one that was recorded'] : [],
  );
}

async function isSame(vault: Vault, { path, spans, signal }: DisguiseQuestion): Promise<boolean> {
  const [stream] = (await probeExport(path, signal)).streams.filter(
    ({ codec_type }) => codec_type === 'audio',
  );
  if (!stream) throw new Error('there is no sound');
  const sound = decodeSound(vault, { signal });
  const { sampleRate: rate, channels } = sound;
  const tool = decodeExport(path, rate, { signal });
  const source = new SoundWindow(sound.stream, channels);
  const exported = new SoundWindow(tool.stdout, stream.channels);
  try {
    const end = vault.document.media?.duration ?? 0;
    for (let from = 0; from < end; from += STEP) {
      const to = from + BLOCK;
      if (spans.some((span) => span.from < to && span.to > from)) continue;
      const x = await source.window(Math.round(from * rate), Math.round(to * rate));
      const y = await exported.window(Math.round(from * rate), Math.round(to * rate));
      // Where a format has not the channels that were recorded, only the sums can be compared.
      const mixes = stream.channels === channels ? mixesOfWindow(x, channels, rate) : [sumMix(channels)];
      for (const mix of mixes) {
        const of = mixSamples(x, mix);
        const is = mixSamples(y, stream.channels === channels ? mix : sumMix(stream.channels));
        if (rms(of) > QUIET && sameness(of, is) > SAME) return true;
      }
    }
    return false;
  } finally {
    sound.stream.destroy();
    tool.child.kill('SIGKILL');
  }
}

const rms = (x: Float32Array): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / (x.length || 1));

/** The greatest normalised correlation of two sounds at any shift. */
export function sameness(x: Float32Array, y: Float32Array): number {
  const size = 2 ** Math.ceil(Math.log2(x.length + y.length + 1));
  const spectrum = (samples: Float32Array) => {
    const [re, im] = [new Float64Array(size), new Float64Array(size)];
    re.set(samples);
    fft(re, im);
    return { re, im };
  };
  const [X, Y] = [spectrum(x), spectrum(y)];
  const re = X.re.map((a, k) => a * (Y.re[k] ?? 0) + (X.im[k] ?? 0) * (Y.im[k] ?? 0));
  const im = X.im.map((a, k) => a * (Y.re[k] ?? 0) - (X.re[k] ?? 0) * (Y.im[k] ?? 0));
  inverseFft(re, im);
  const most = re.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
  const energy = rms(x) * rms(y) * Math.sqrt(x.length * y.length);
  return energy === 0 ? 0 : most / energy;
}
