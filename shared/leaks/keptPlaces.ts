import type { Piece } from '../text/glued';
import { foldPhrase, matchAt } from '../text/matching';
import { SENTENCE_END } from '../text/writing';

/** A kept name of several words, to be found where it stands. */
export interface KeptPhrase {
  folded: readonly string[];
  /** Folded words of it with a sign behind them that a sentence has at its end: `St.`, `J.` */
  stopped: ReadonlySet<string>;
}

/** Returns a kept name as it is looked for; null for a name of one word. */
export function keptPhrase(name: string): KeptPhrase | null {
  const folded = foldPhrase(name);
  if (folded.length < 2) return null;
  const stopped = name.split(/\s+/u).flatMap((word) => (SENTENCE_END.test(word) ? foldPhrase(word) : []));
  return { folded, stopped: new Set(stopped) };
}

/** A place of a kept name: positions among pieces, of its first and behind its last. */
export interface KeptPlace {
  from: number;
  end: number;
}

/** Finds every place where a kept name stands as one: not "We met Nur. Otan won." for somebody called Nur Otan. */
export function keptPlaces(
  pieces: readonly Piece[],
  texts: readonly string[],
  { folded, stopped }: KeptPhrase,
): KeptPlace[] {
  const [first = ''] = folded;
  const endsWithin = ({ folded: word, at }: Piece, next: Piece | undefined) =>
    next?.at !== at && SENTENCE_END.test(texts[at] ?? '') && !stopped.has(word);
  return pieces.flatMap((piece, from) => {
    const end = piece.folded.startsWith(first) ? matchAt(pieces, from, folded) : null;
    if (end === null) return [];
    const inner = pieces.slice(from, end - 1);
    return inner.some((one, k) => endsWithin(one, pieces[from + k + 1])) ? [] : [{ from, end }];
  });
}
