import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { isSmall, SENTENCE_END } from '../../text/writing';

/** Least words by which an organisation or a place is called for short. */
const FEWEST_WORDS = 2;
/** Least letters of words that tell it when they are written as one. */
const TELLING_LETTERS = 6;
/** Most small words between two words of a name. */
const MOST_SMALL_WORDS = 2;
const ARTICLE = /^(?:the|der|die|das|le|la|el)$/u;

/** Returns the first words of a name of several, by which it is called for short: `free press` of Free Press Union. */
export function firstWordsOf(name: string): string[][] {
  const words = foldPhrase(name);
  const own = ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
  return own.slice(FEWEST_WORDS).map((_, k) => own.slice(0, FEWEST_WORDS + k));
}

/** Returns every two words of a name or more that follow one another, and the whole name, written as one word. */
export function gluedTitlesOf(name: string): string[] {
  const words = foldPhrase(name);
  const own = ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
  return own
    .flatMap((_, from) => own.slice(from + 1).map((__, more) => own.slice(from, from + more + FEWEST_WORDS)))
    .filter((some) => !SMALL.test(some[0] ?? '') && !SMALL.test(some.at(-1) ?? ''))
    .map((some) => some.join(''))
    .filter((row) => row.length >= TELLING_LETTERS);
}

/** Words that join the others of a name. */
const SMALL =
  /^(?:the|of|for|and|in|on|at|to|a|an|der|die|das|des|le|la|el|du|de|и|в|на|по|для|за|мен|және)$/u;

/** Returns a word as it is compared within names of several: without the ending of its plural. */
const wordOfTitle = (folded: string): string =>
  folded.length > 3 && folded.endsWith('s') ? folded.slice(0, -1) : folded;

/** A name of several words. People leave out its beginning or its end. */
interface Title {
  first: string;
  last: string;
  entityId: string;
}

/** Matches a text that a quotation opens with. */
export const OPENS_QUOTE = /^\P{L}*["“«„‘'‹]/u;
const CLOSES_QUOTE = /["”»“’'›]\P{L}*$/u;
const IN_CAPITALS = /^\P{L}*\p{Lu}[\p{Lu}\p{M}]+\P{L}*$/u;

/** Finds some of the words of names of several, in any order, where they are written as a name: `the Records Centre`. */
export class TitleParts {
  readonly #byWord = new Map<string, Title[]>();

  /** @param isKind tells whether a folded word says what kind of body a name is of. */
  constructor(private readonly isKind: (folded: string) => boolean) {}

  add(name: string, entityId: string): void {
    const words = foldPhrase(name)
      .filter((word) => !SMALL.test(word))
      .map(wordOfTitle);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    if (words.length <= FEWEST_WORDS) return;
    const title = { first, last, entityId };
    for (const word of new Set(words)) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), title]);
  }

  /** Returns positions among pieces, of the first and behind the last. */
  find(
    texts: readonly string[],
    pieces: readonly Piece[],
  ): { from: number; end: number; entityId: string }[] {
    if (this.#byWord.size === 0) return [];
    return pieces.flatMap(({ folded, at }, from) => {
      const titles = this.#byWord.get(wordOfTitle(folded));
      if (!titles) return [];
      const isQuoted = OPENS_QUOTE.test(texts[at] ?? '');
      if (isSmall(texts[at] ?? '') && !isQuoted) return [];
      for (const title of titles) {
        const end = this.#endOf(title, texts, pieces, from);
        const said = texts.slice(at, (pieces[end - 1]?.at ?? at) + 1);
        // Capitals throughout tell nothing, nor do small letters that no quotes are around.
        const isName = isQuoted && CLOSES_QUOTE.test(said.at(-1) ?? '');
        const isWritten =
          !said.every((text) => IN_CAPITALS.test(text)) && !said.some((text) => this.#isSmallWord(text));
        if (end > from && (isName || isWritten)) return [{ from, end, entityId: title.entityId }];
      }
      return [];
    });
  }

  #isSmallWord(text: string): boolean {
    return isSmall(text) && !foldPhrase(text).every((word) => SMALL.test(word));
  }

  /** Returns the position behind the words of a name that begin at one, or that one where they tell nothing. */
  #endOf(title: Title, texts: readonly string[], pieces: readonly Piece[], from: number): number {
    const said = new Set<string>();
    let end = from;
    for (let i = from; i < pieces.length && i <= end + MOST_SMALL_WORDS; i++) {
      const { folded, at } = pieces[i] ?? { folded: '', at: 0 };
      const word = wordOfTitle(folded);
      if (this.#byWord.get(word)?.includes(title) === true) {
        said.add(word);
        end = i + 1;
      } else if (!SMALL.test(folded)) break;
      // A name does not go on in the next sentence.
      if (SENTENCE_END.test(texts[at] ?? '')) break;
    }
    const isTelling = [...said].some((word) => !this.isKind(word));
    return said.size >= FEWEST_WORDS && isTelling && (said.has(title.first) || said.has(title.last))
      ? end
      : from;
  }
}
