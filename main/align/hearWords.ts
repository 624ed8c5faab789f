import type { Span } from '../../shared/model/entity';
import type { Progress } from '../../shared/contract/envelope';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { speechSound } from '../media/mixes/speechSound';
import { ProgressMeter } from '../system/ProgressMeter';
import { physicalCores } from '../transcribe/native/physicalCores';
import { withTranscriber } from '../transcribe/native/withTranscriber';
import type { ResolvedModel } from '../transcribe/models/resolveModel';
import { findWindows, partsOf, spansOf } from '../transcribe/windows/findWindows';
import { hearWindows } from '../transcribe/windows/hearWindows';
import { pausesByLoudness } from '../transcribe/windows/pausesByLoudness';
import { pausesInSpeech } from '../transcribe/windows/pausesInSpeech';
import { SoundMap } from '../transcribe/windows/SoundMap';
import type { Vault } from '../vault/Vault';
import type { TimedText } from './anchorWords';

export interface HearOptions {
  /** A code such as `en`, or `auto`. */
  language: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Recognises what is said in a stretch of the recording, and keeps nothing of it in the project.
 * @param stretch seconds; a little more is heard where it does not end in a pause.
 * @returns the words, and the language that was given or detected.
 * @throws {AppError} as `NativeTranscriber.start`, `MEDIA_MISSING`, `PROJECT_DAMAGED`.
 */
export async function hearWords(
  vault: Vault,
  model: ResolvedModel,
  stretch: Span,
  { language, signal, onProgress }: HearOptions,
): Promise<{ words: TimedText[]; language: string }> {
  const { mixes, levels } = await listenForSpeech(vault, { signal });
  const map = new SoundMap(levels);
  const { speech } = vault.document;
  const pauses = speech ? pausesInSpeech(map, speech) : pausesByLoudness(map);
  const windows = findWindows({ levels }, pauses).filter(
    ({ from, to }) => from < stretch.to && to > stretch.from,
  );
  const [first] = windows;
  if (!first) return { words: [], language };
  const parts = partsOf(windows, spansOf(pauses.skipped));
  const meter = new ProgressMeter('hear', 'steps', windows.length, onProgress);
  const sound = speechSound(vault, mixes, { from: first.from, signal });
  const words: TimedText[] = [];
  let spoken = language;
  try {
    const settings = { model: model.path, language, threads: physicalCores(), beam: 1, prompt: '' };
    await withTranscriber(settings, signal, async (native) => {
      let finished = 0;
      meter.report(finished);
      for await (const heard of hearWindows(native, sound, parts, language)) {
        words.push(...heard.words);
        spoken = heard.language;
        meter.report(++finished);
      }
    });
  } finally {
    sound.destroy();
  }
  return { words, language: spoken };
}
