import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { Blur } from '../../../shared/model/formats';
import type { Span } from '../../../shared/model/entity';
import { decodeSound } from '../../media/decodeSound';
import type { Vault } from '../../vault/Vault';
import { maskRanges } from '../../../shared/mask/maskRanges';
import type { Say } from '../../published/SpokenCheck';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import { clockTenths } from '../../../shared/text/clock';
import { decodeExport } from './decodeExport';
import type { MediaFormat } from '../container/exportedFormat';
import { examineSpan } from './examineSpan';
import { exactMaskTest, lossyMaskTest } from './maskStatistics';
import { Unreadable } from '../Unreadable';
import { SoundWindow } from './SoundWindow';

export interface SoundQuestion {
  file: ExportedFile;
  format: MediaFormat;
  blur: Blur;
  /** Seconds */
  spans: readonly Span[];
  signal?: AbortSignal | undefined;
  /** Called with the seconds of the recording that are examined so far. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

/** Most samples by which codecs round a recording's length up or down: two of their longest frames. */
const MOST_SAMPLES_APART = 2 * 1152;

/**
 * Decodes the export beside the sealed recording and checks every span twice. It must be the mask, which is made again
 * from the same figures; and what is left without the mask must have no trace of what was recorded there. WAV has to be
 * the mask to the last bit; lossy codecs have to stay within measured bounds (`maskStatistics.ts`).
 */
export async function checkSound(vault: Vault, question: SoundQuestion): Promise<Check[]> {
  const {
    file: { name },
    spans,
  } = question;
  let found: Promise<SoundFindings> | undefined;
  const findings = () => (found ??= examine(vault, question));
  const passed = (say: Say): Say =>
    spans.length === 0 ? () => t('Nothing is withheld in the recording.') : say;
  const count = spans.length;
  return [
    await runCheck(
      'masked as planned',
      name,
      passed(() =>
        t(
          '{count, plural, =1 {The span holds the generated signal.} one {Each of # spans holds the generated signal.} other {Each of # spans holds the generated signal.}}',
          { count },
        ),
      ),
      async () =>
        (await findings()).unmasked.map(
          (at) => () => t('the span at {time} is not masked as it should be', { time: clockTenths(at) }),
        ),
    ),
    await runCheck(
      'no trace of the recording',
      name,
      passed(() =>
        t(
          '{count, plural, =1 {The span is free of what was recorded there.} one {Each of # spans is free of what was recorded there.} other {Each of # spans is free of what was recorded there.}}',
          { count },
        ),
      ),
      async () =>
        (await findings()).traces.map(
          (at) => () =>
            t('the span at {time} has a trace of what was recorded there', { time: clockTenths(at) }),
        ),
    ),
    await runCheck(
      'length',
      name,
      () => t('It is as long as the recording.'),
      async () => ((await findings()).lengthDiffers ? [() => t('it is not as long as the recording')] : []),
    ),
  ];
}

interface SoundFindings {
  /** Starts (seconds) of the spans that are not what they should be. */
  unmasked: number[];
  traces: number[];
  lengthDiffers: boolean;
}

async function examine(vault: Vault, question: SoundQuestion): Promise<SoundFindings> {
  const { file, format, blur, spans, signal, onSeconds } = question;
  // This comes first: it fails when the file is not a recording, and nothing may be left running then.
  const stream = await file.sound();
  const sound = decodeSound(vault, { signal });
  const rate = sound.sampleRate;
  const tool = decodeExport(file.path, rate, { signal });
  try {
    const source = new SoundWindow(sound.stream, sound.channels);
    const exported = new SoundWindow(tool.stdout, stream.channels);
    const test =
      format === 'wav' ? exactMaskTest(stream.codec_name) : lossyMaskTest(format, blur, rate, stream);
    const findings: SoundFindings = { unmasked: [], traces: [], lengthDiffers: false };
    for (const range of maskRanges(spans, rate)) {
      const found = await examineSpan(range, { blur, rate, source, exported, test });
      if (found.unmasked) findings.unmasked.push(range.first / rate);
      if (found.trace) findings.traces.push(range.first / rate);
      onSeconds?.(range.end / rate);
    }
    const [expected, actual] = await Promise.all([source.length(), exported.length()]);
    findings.lengthDiffers = Math.abs(expected - actual) > (format === 'wav' ? 0 : MOST_SAMPLES_APART);
    const { code } = await tool.done;
    if (code !== 0) throw new Unreadable('the sound cannot be decoded');
    onSeconds?.(expected / rate);
    return findings;
  } finally {
    sound.stream.destroy();
    tool.child.kill('SIGKILL');
  }
}
