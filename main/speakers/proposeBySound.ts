import type { Progress } from '../../shared/contract/envelope';
import { isGiven } from '../../shared/edits/proposeSpeakers';
import { isTimed, type Word } from '../../shared/model/word';
import { framesOf } from '../media/mixes/framesOf';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { speechSound } from '../media/mixes/speechSound';
import { bundledFile } from '../system/bundledFile';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { requireProposable, tooLittleSpeech, tooManyKnown } from './requireProposable';
import { withoutPads } from './withoutPads';
import { SAMPLE_RATE } from './VoiceFrames';
import type { KnownVoice } from './tellVoicesApart';
import type { VoiceProposal } from './VoiceProposal';
import { tellInThread } from './tellInThread';
import { voicesOfWords } from './voicesOfWords';
import { secondsOf } from '../../shared/model/spans';

/** Least seconds of speech for each voice; with less, voices are told apart no better than by chance. */
const LEAST_SECONDS_EACH = 20;

/** Returns the least seconds of speech that it takes to tell so many voices apart. */
export const leastSeconds = (people: number): number => LEAST_SECONDS_EACH * people;

export interface SoundOptions {
  /** Number of people who speak. */
  people: number;
  /** The ONNX file of a speaker-embedding model of one's own, which tells voices apart better. */
  voiceModel?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Tells who says each word by the sound of the voices, for a known number of people. Words with a speaker that somebody
 * gave count as certain, and others are compared with them. Memory is bounded, the same sound gives the same answer,
 * and nothing of a voice is kept. `document.speech` must already say where somebody speaks.
 * @throws {AppError} as `requireProposable`; `SPEECH_TOO_SHORT`; `SPEAKERS_KNOWN` when more people are labelled than
 * speak; as `OwnVoiceModel`; `PROJECT_DAMAGED`, `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function proposeBySound(
  vault: Vault,
  { people, voiceModel, signal, onProgress }: SoundOptions,
): Promise<VoiceProposal> {
  const { document } = vault;
  const { duration } = requireProposable(document);
  const { words } = document;
  const ids = [...new Set(words.filter(isGiven).flatMap(({ speaker }) => speaker ?? []))];
  if (ids.length > people) throw tooManyKnown(ids.length, people);
  const needed = leastSeconds(people);
  const speech = withoutPads(document.speech ?? []);
  const seconds = secondsOf(speech);
  if (seconds < needed) throw tooLittleSpeech(seconds, people, needed);
  const meter = new ProgressMeter('speakers', 'seconds', duration, onProgress);
  const { mixes } = await listenForSpeech(vault, { signal });
  const sound = speechSound(vault, mixes, { signal });
  try {
    const { turns, folded } = await tellInThread(
      {
        ...{ samples: Math.round(duration * SAMPLE_RATE), speech, people },
        known: knownVoices(words, ids),
        ...(voiceModel !== undefined && {
          model: { file: voiceModel, wasm: bundledFile('ort-wasm-simd-threaded.wasm') },
        }),
      },
      framesOf(sound, 1),
      { signal, onSamples: (samples) => meter.report(samples / SAMPLE_RATE) },
    );
    return {
      voices: voicesOfWords(words, turns),
      known: new Map(ids.map((id, voice) => [voice, id])),
      folded: folded.length,
    };
  } finally {
    sound.destroy();
  }
}

/** Finds the stretches in which labelled speakers speak, one for each run of words. */
function knownVoices(words: readonly Word[], ids: readonly string[]): KnownVoice[] {
  const known: KnownVoice[] = [];
  let open = false;
  for (const word of words) {
    const voice = isGiven(word) ? ids.indexOf(word.speaker ?? '') : -1;
    const last = known.at(-1);
    if (voice >= 0 && isTimed(word)) {
      if (open && last?.voice === voice) last.to = Math.max(last.to, word.end);
      else known.push({ from: word.start, to: word.end, voice });
    }
    open = voice >= 0;
  }
  return known;
}
