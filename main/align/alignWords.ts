import type { Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import type { Span } from '../../shared/model/entity';
import { AppError } from '../../shared/model/errors';
import { spansWithin } from '../../shared/model/spansWithin';
import type { Word } from '../../shared/model/word';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { spansOf } from '../transcribe/windows/findWindows';
import { SHORTEST_PAUSE_SECONDS } from '../transcribe/windows/SoundAndPauses';
import { SoundMap } from '../transcribe/windows/SoundMap';
import type { WhisperModel } from '../transcribe/models/requireWhisper';
import type { Vault } from '../vault/Vault';
import { anchorWords, type Anchoring, type TimedText } from './anchorWords';
import { cutPassages } from './cutPassages';
import { enforcePassages } from './enforcePassages';
import { hearWords } from './hearWords';
import type { PlacedWord } from './placeWords';

export interface AlignOptions {
  /** A code such as `en`, or `auto`. */
  language: string;
  /** The stretch (seconds) in which all of the words are said, and the known words before and after it, in order. */
  stretch: Span;
  known?: { before: readonly TimedText[]; after: readonly TimedText[] } | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Least shares of a text that is of this recording. There are two shares: of the text that is heard word for word, and
 * of what is heard that stands in the text. Both are large where the text is whole or nearly so, and smaller with a
 * small model. One of them is nearly 1 where the text has much less, or much more, than is said. Interviews on one
 * matter have sentences in common too, but at different places in each: where the shares are small, the pieces in
 * common must be long.
 *
 * The test interviews are built of the same sentences. No two of them have more than 0.42 of both in common; their
 * pieces have at most 34 units on average, and at most 14 where they share 0.85 of one.
 */
const MOST_OF_BOTH_SHARE = 0.6;
const LONG_PIECES = { both: 0.35, either: 0.7, units: 40 };
const SHORTER_PIECES = { either: 0.85, units: 20 };

/**
 * Finds where words are said. The recogniser hears the stretch, the words are laid beside what it heard, and then they
 * are enforced between the anchors that both have in common.
 * @returns where each word is said; null for a word without a place.
 * @throws {AppError} `TRANSCRIPT_OTHER` where the words are of another recording, or nobody speaks; and as `hearWords`.
 */
export async function alignWords(
  vault: Vault,
  model: WhisperModel,
  words: readonly Word[],
  { language, stretch, known, signal, onProgress }: AlignOptions,
): Promise<(PlacedWord | null)[]> {
  const duration = vault.document.media?.duration ?? stretch.to;
  const heard = await hearWords(vault, model, stretch, { language, signal, onProgress });
  const { before = [], after = [] } = known ?? {};
  const inside = heard.words.filter(({ start, end }) => {
    const middle = (start + end) / 2;
    return middle > stretch.from && middle < stretch.to;
  });
  const texts = [...before, ...words, ...after].map(({ text }) => text);
  const speechIn = await speechOf(vault, signal);
  const anchoring = anchorWords(texts, [...before, ...inside, ...after], stretch, speechIn);
  if (!known) requireSameRecording(anchoring);
  const anchored = anchoring.words.map((one, i) => ({
    ...one,
    text: spaced(texts[i] ?? '', words[i - before.length]),
  }));
  const placed = await enforcePassages(vault, model, anchored, cutPassages(anchored, duration), {
    language: heard.language,
    signal,
    onProgress,
  });
  return words.map((_, i) => placed.get(before.length + i) ?? null);
}

/** Returns a word as it stands in a text, with a space in front unless it is glued: most scripts have one. */
const spaced = (text: string, word: Word | undefined): string => (word?.glued ? text : ` ${text}`);

/** Returns what tells where somebody speaks. It tells where there is sound if nobody has listened for speech yet. */
async function speechOf(vault: Vault, signal: AbortSignal | undefined): Promise<(stretch: Span) => Span[]> {
  const { speech } = vault.document;
  if (speech) return (stretch) => spansWithin(speech, stretch);
  // This takes no time after the first listening, which is remembered.
  const { levels } = await listenForSpeech(vault, { signal });
  const sounds = spansOf(new SoundMap(levels).stretches(SHORTEST_PAUSE_SECONDS));
  return (stretch) => spansWithin(sounds, stretch);
}

function requireSameRecording({ same, units, heard, pieces }: Omit<Anchoring, 'words'>): void {
  if (heard === 0) {
    throw new AppError(
      'TRANSCRIPT_OTHER',
      t('The model hears nobody speak in this recording, so no words can be found in it.'),
      t('Listen to it, and try a model that knows the language that is spoken.'),
    );
  }
  const [least, most] = [same / Math.max(units, heard), same / Math.min(units, heard)];
  const piece = pieces === 1 ? Infinity : same / pieces;
  const isSame =
    least >= MOST_OF_BOTH_SHARE ||
    ((least >= LONG_PIECES.both || most >= LONG_PIECES.either) && piece >= LONG_PIECES.units) ||
    (most >= SHORTER_PIECES.either && piece >= SHORTER_PIECES.units);
  if (isSame) return;
  throw new AppError(
    'TRANSCRIPT_OTHER',
    t('Hardly anything of the transcript is heard in this recording: it seems to be of another one.'),
    t(
      'Name the transcript of this recording; if this is it, try a larger model, or one that knows the language.',
    ),
  );
}
