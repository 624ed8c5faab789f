import type { Progress } from '../../shared/contract/envelope';
import { isGiven, type ProposedVoice } from '../../shared/edits/proposeSpeakers';
import type { Span } from '../../shared/model/entity';
import { isTimed, type Word } from '../../shared/model/word';
import { mergeSpans } from '../../shared/plan/boundaries';
import { decodeSound, soundShape } from '../media/decodeSound';
import { framesOf } from '../media/mixes/framesOf';
import { SAMPLE_RATE } from '../media/mixes/SoundLevels';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { ChannelLevels } from './ChannelLevels';
import { channelsAlike, oneChannel, requireProposable } from './requireProposable';
import { turnsByChannel } from './turnsByChannel';
import type { VoiceTurn } from './tellVoicesApart';
import type { VoiceProposal } from './VoiceProposal';
import { voicesOfWords } from './voicesOfWords';

export interface ChannelOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Tells who says each word when everybody has a microphone with a channel of its own. Labelled lines tell whose it is.
 * @throws {AppError} as `requireProposable`; `CHANNELS_ALIKE` when channels do not tell who speaks, `PROJECT_DAMAGED`,
 * `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function proposeByChannel(vault: Vault, options: ChannelOptions = {}): Promise<VoiceProposal> {
  const { document } = vault;
  const media = requireProposable(document);
  if (soundShape(media).channels < 2) throw oneChannel();
  const { words } = document;
  const turns = await channelTurns(vault, saidSpans(words), options);
  if (!turns) throw channelsAlike();
  const voices = voicesOfWords(words, turns);
  return { voices, known: labelled(words, voices), folded: 0 };
}

/** Seconds between two words; with less between them they belong to one stretch. */
const JOINED_SECONDS = 0.1;

/** Finds where words are said. Nothing else is asked about, and this is known without listening for speech. */
const saidSpans = (words: readonly Word[]): Span[] =>
  mergeSpans(
    words.filter(isTimed).map(({ start, end }) => ({ from: start, to: end })),
    JOINED_SECONDS,
  );

/** Finds for each channel the speaker with the most labelled words in it. */
function labelled(words: readonly Word[], voices: ReadonlyMap<string, ProposedVoice>): Map<number, string> {
  const counts = new Map<string, { voice: number; id: string; count: number }>();
  for (const word of words) {
    const voice = voices.get(word.id)?.voice;
    if (!isGiven(word) || voice === undefined || word.speaker === undefined) continue;
    const key = `${voice} ${word.speaker}`;
    counts.set(key, { voice, id: word.speaker, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const known = new Map<number, string>();
  for (const { voice, id } of [...counts.values()].sort((one, other) => other.count - one.count))
    if (!known.has(voice)) known.set(voice, id);
  return known;
}

/**
 * Tells who speaks when, by the number of their channel; null when the channels do not tell.
 * @throws {AppError} as `decodeSound`.
 */
export async function channelTurns(
  vault: Vault,
  speech: readonly Span[],
  { signal, onProgress }: ChannelOptions,
): Promise<VoiceTurn[] | null> {
  const { stream, channels } = decodeSound(vault, { sampleRate: SAMPLE_RATE, signal });
  const meter = new ProgressMeter('speakers', 'seconds', vault.document.media?.duration ?? 0, onProgress);
  const levels = new ChannelLevels(channels);
  try {
    for await (const frames of framesOf(stream, channels)) {
      levels.push(frames);
      meter.report(levels.each[0]?.seconds ?? 0);
    }
  } finally {
    stream.destroy();
  }
  levels.end();
  return turnsByChannel(levels.each, speech);
}
