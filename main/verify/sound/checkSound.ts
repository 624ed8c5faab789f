import type { Check } from '../../../shared/model/check';
import type { Blur } from '../../../shared/model/formats';
import type { Span } from '../../../shared/model/entity';
import { decodeSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { maskRanges } from '../../../shared/mask/maskRanges';
import { ask } from '../runCheck';
import { clockTenths } from '../../../shared/text/clock';
import { decodeExport } from './decodeExport';
import type { MediaFormat } from '../container/exportedFormat';
import { judgeSpan } from './judgeSpan';
import { exactJudge, lossyJudge } from './maskStatistics';
import { probeExport } from '../container/probeExport';
import { SoundWindow } from './SoundWindow';

export interface SoundQuestion {
  path: string;
  file: string;
  format: MediaFormat;
  blur: Blur;
  /** Seconds */
  spans: readonly Span[];
  signal?: AbortSignal | undefined;
  /** Told how many seconds of the recording are examined. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

/** Samples by which codecs round a recording's length up or down: two of their longest frames. */
const LENGTH = 2 * 1152;

/**
 * Decodes the export beside the sealed recording and asks of every span: is it the mask, made again from the same
 * figures? And, of what is left when that is taken away: is there a trace of what was recorded there? WAV has to be
 * the mask to the last bit; lossy codecs are judged by measured bounds (`judges.ts`).
 */
export async function checkSound(vault: Vault, question: SoundQuestion): Promise<Check[]> {
  const { file, spans } = question;
  let found: Promise<SoundFindings> | undefined;
  const findings = () => (found ??= examine(vault, question));
  const one = spans.length === 1 ? 'The span' : `Each of ${spans.length} spans`;
  const passed = (text: string) =>
    spans.length === 0 ? 'Nothing is withheld in the recording.' : `${one} ${text}`;
  return [
    await ask('masked as planned', file, passed('holds the generated signal.'), async () =>
      (await findings()).unmasked.map((at) => `the span at ${clockTenths(at)} is not masked as it should be`),
    ),
    await ask('no trace of the recording', file, passed('is free of what was recorded there.'), async () =>
      (await findings()).traces.map(
        (at) => `the span at ${clockTenths(at)} has a trace of what was recorded there`,
      ),
    ),
    await ask('length', file, 'It is as long as the recording.', async () =>
      (await findings()).lengthDiffers ? ['it is not as long as the recording'] : [],
    ),
  ];
}

interface SoundFindings {
  /** Where spans start (seconds) that are not what they should be. */
  unmasked: number[];
  traces: number[];
  lengthDiffers: boolean;
}

async function examine(vault: Vault, question: SoundQuestion): Promise<SoundFindings> {
  const { path, format, blur, spans, signal, onSeconds } = question;
  // Asked first: it fails where the file is no recording, and nothing that runs must be left behind then.
  const [stream] = (await probeExport(path, signal)).streams.filter(
    ({ codec_type }) => codec_type === 'audio',
  );
  if (!stream) throw new Error('there is no sound');
  const sound = decodeSound(vault, { signal });
  const rate = sound.sampleRate;
  const tool = decodeExport(path, rate, { signal });
  try {
    const source = new SoundWindow(sound.stream, sound.channels);
    const exported = new SoundWindow(tool.stdout, stream.channels);
    const judge = format === 'wav' ? exactJudge(stream.codec_name) : lossyJudge(format, blur, rate, stream);
    const findings: SoundFindings = { unmasked: [], traces: [], lengthDiffers: false };
    for (const range of maskRanges(spans, rate)) {
      const verdict = await judgeSpan(range, { blur, rate, source, exported, judge });
      if (verdict.unmasked) findings.unmasked.push(range.first / rate);
      if (verdict.trace) findings.traces.push(range.first / rate);
      onSeconds?.(range.end / rate);
    }
    const [expected, actual] = await Promise.all([source.length(), exported.length()]);
    findings.lengthDiffers = Math.abs(expected - actual) > (format === 'wav' ? 0 : LENGTH);
    const { code } = await tool.done;
    if (code !== 0) throw new Error('the sound cannot be decoded');
    onSeconds?.(expected / rate);
    return findings;
  } finally {
    sound.stream.destroy();
    tool.child.kill('SIGKILL');
  }
}
