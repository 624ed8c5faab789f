import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { Span } from '../../../shared/model/entity';
import { decodeSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { sumMix } from '../../media/mixes/Mix';
import { mixesOfWindow } from '../../media/mixes/mixesOf';
import { mixSamples } from '../../media/mixes/mixSamples';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import { decodeExport } from './decodeExport';
import { inverseFft, realSpectrum } from './fft';
import { SoundWindow } from './SoundWindow';

export interface DisguiseQuestion {
  file: ExportedFile;
  /** Seconds */
  spans: readonly Span[];
  signal?: AbortSignal | undefined;
}

/** Seconds of a block that is compared, and seconds from one block to the next. */
const BLOCK_SECONDS = 1;
const STEP_SECONDS = 8;
/** RMS (−50 dBFS) below which a block has no voice to speak of. */
const QUIET_RMS = 10 ** (-50 / 20);
/**
 * Correlation at the best shift from which two waves are the same. Disguised voices stay below 0.4, encoded above 0.9.
 */
const SAME_CORRELATION = 0.6;

/** Checks that the voices outside the spans are other waves than those that were recorded. */
export function checkDisguise(vault: Vault, question: DisguiseQuestion): Promise<Check> {
  return runCheck(
    'voices disguised',
    question.file.name,
    () => t('No voice is the one that was recorded.'),
    async () => ((await isSame(vault, question)) ? [() => t('a voice is the one that was recorded')] : []),
  );
}

async function isSame(vault: Vault, { file, spans, signal }: DisguiseQuestion): Promise<boolean> {
  const stream = await file.sound();
  const sound = decodeSound(vault, { signal });
  const { sampleRate: rate, channels } = sound;
  const tool = decodeExport(file.path, rate, { signal });
  const source = new SoundWindow(sound.stream, channels);
  const exported = new SoundWindow(tool.stdout, stream.channels);
  try {
    const end = vault.document.media?.duration ?? 0;
    for (let from = 0; from < end; from += STEP_SECONDS) {
      const to = from + BLOCK_SECONDS;
      if (spans.some((span) => span.from < to && span.to > from)) continue;
      const x = await source.window(Math.round(from * rate), Math.round(to * rate));
      const y = await exported.window(Math.round(from * rate), Math.round(to * rate));
      // If a format does not have the channels that were recorded, only the sums can be compared.
      const mixes = stream.channels === channels ? mixesOfWindow(x, channels, rate) : [sumMix(channels)];
      for (const mix of mixes) {
        const of = mixSamples(x, mix);
        const is = mixSamples(y, stream.channels === channels ? mix : sumMix(stream.channels));
        if (rms(of) > QUIET_RMS && sameness(of, is) > SAME_CORRELATION) return true;
      }
    }
    return false;
  } finally {
    sound.stream.destroy();
    tool.child.kill('SIGKILL');
  }
}

const rms = (x: Float32Array): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / (x.length || 1));

/** Returns the greatest normalised correlation of two sounds at any shift. */
export function sameness(x: Float32Array, y: Float32Array): number {
  const size = 2 ** Math.ceil(Math.log2(x.length + y.length + 1));
  const [X, Y] = [realSpectrum(x, size), realSpectrum(y, size)];
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k <= size / 2; k++) {
    const [a, b] = [X.re[k] ?? 0, X.im[k] ?? 0];
    const [c, d] = [Y.re[k] ?? 0, Y.im[k] ?? 0];
    const mirrored = (size - k) % size;
    re[k] = re[mirrored] = a * c + b * d;
    im[mirrored] = a * d - b * c;
    im[k] = b * c - a * d;
  }
  inverseFft(re, im);
  let most = 0;
  for (const value of re) most = Math.max(most, Math.abs(value));
  const energy = rms(x) * rms(y) * Math.sqrt(x.length * y.length);
  return energy === 0 ? 0 : most / energy;
}
