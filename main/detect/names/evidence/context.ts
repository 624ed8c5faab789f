import type { EntityType } from '../../../../shared/model/entity';
import type { Run } from '../candidates';
import type { Reading } from '../reading';
import { isCommonWord } from '../../lexicon/isCommonWord';
import type { Token } from '../tokenize';

/** A run that may be a name, and the words around it in its sentence. */
export interface Context {
  cased: boolean;
  english: boolean;
  tokens: readonly Token[];
  folded: readonly string[];
  /** True if every word of it is everyday language. */
  ordinary: boolean;
  several: boolean;
  /** Folded words right before, nearest first, up to five of the sentence. */
  before: readonly string[];
  /** The same in spoken order, for phrases. */
  said: string;
  /** True if nothing but space, or an opening quotation mark, stands between it and the word before. */
  touchesBefore: boolean;
  gapBefore: string;
  /** The folded word right behind, where only space and commas lie between; otherwise empty. */
  next: string;
  gapAfter: string;
}

/** One reason to take a run for a name of a type; `null` as the type speaks for a name without saying of what. */
export interface Vote {
  type: Extract<EntityType, 'person' | 'place' | 'organisation'> | null;
  weight: number;
  why: string;
}

/** Looks at one kind of evidence. A condition that does not hold gives `false`, and no vote. */
export type Evidence = (context: Context) => (Vote | false)[];

export function contextOf({ tokens, cased, english }: Reading, run: Run): Context {
  const own = tokens.slice(run.first, run.last + 1);
  const folded = own.map((token) => token.folded);
  const before: string[] = [];
  for (let i = run.first; i > 0 && before.length < 5 && !tokens[i]?.opens; i--) {
    before.push(tokens[i - 1]?.folded ?? '');
  }
  const behind = tokens[run.last + 1];
  const gapBefore = before.length > 0 ? (own[0]?.gap ?? '') : '';
  const gapAfter = behind?.gap ?? '';
  return {
    cased,
    english,
    tokens: own,
    folded,
    ordinary: folded.every(isCommonWord),
    several: own.length > 1,
    before,
    said: before.toReversed().join(' '),
    touchesBefore: before.length > 0 && /^[\s"“«‘']*$/u.test(gapBefore),
    gapBefore,
    next: behind && !behind.opens && /^[\s,]*$/u.test(gapAfter) ? behind.folded : '',
    gapAfter,
  };
}
