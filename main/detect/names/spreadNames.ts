import { doubleMetaphone } from 'double-metaphone';
import { t } from '../../../shared/messages/messages';
import type { EntityType } from '../../../shared/model/entity';
import { isKind, SAYS } from '../lexicon/cueWords';
import type { Run } from './candidates';
import type { Reading } from './reading';
import { romanKey } from '../../../shared/text/romanKey';
import { isCommonWord } from '../lexicon/isCommonWord';
import { isGrammar } from '../lexicon/isGrammar';
import { isEnglishName, isGivenName } from '../lexicon/personNames';
import { remembered } from '../lexicon/remembered';
import { isCaseForm, isSpeltLike, soundOf } from '../lexicon/soundsAlike';
import type { Token } from './tokenize';

export interface FoundName extends Run {
  type: EntityType;
  /** 0 to 1 */
  score: number;
  why: string;
}

/**
 * Finds the other places where a found name stands: again, in part (a surname alone), with a case ending, or misspelt
 * (sounding alike by double metaphone, or with at most a quarter of the letters different).
 */
export function spreadNames({ tokens, cased }: Reading, found: readonly FoundName[]): FoundName[] {
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of found) taken.fill(1, first, last + 1);
  const parts = partsOf(tokens, found);
  const index = soundIndex(parts.values());
  const nearestTo = remembered((folded) => nearest(folded, index));
  const added = wholeAgain(tokens, found, taken);
  for (const { first, last } of added) taken.fill(1, first, last + 1);
  for (const [i, token] of tokens.entries()) {
    if (taken[i] === 1 || token.text.length < 3) continue;
    const same = parts.get(token.folded);
    const common = isCommonWord(token.folded);
    // "Will said": an everyday word that is somebody's name here counts where a capital or a verb of saying tells so.
    const told = cased && token.capital && (token.telling || SAYS.has(tokens[i + 1]?.folded ?? ''));
    if (same && (!common || told)) {
      added.push({ ...same.name, first: i, last: i, why: t('named elsewhere') });
      continue;
    }
    if (common || token.text.length < 4 || /\p{N}/u.test(token.text)) continue;
    const near = nearestTo(token.folded);
    if (near) added.push({ ...near.name, first: i, last: i, ...near.verdict });
  }
  return joinNeighbours(
    tokens,
    added.sort((a, b) => a.first - b.first),
  );
}

/**
 * Finds names of several words where they stand again, whatever their capitals, unless they are everyday words written
 * small.
 */
function wholeAgain(tokens: readonly Token[], found: readonly FoundName[], taken: Uint8Array): FoundName[] {
  const byFirst = new Map<string, { folded: string[]; name: FoundName }[]>();
  const known = new Set<string>();
  for (const name of found) {
    const folded = tokens.slice(name.first, name.last + 1).map((token) => token.folded);
    const [first = ''] = folded;
    if (folded.length < 2 || known.has(folded.join(' '))) continue;
    known.add(folded.join(' '));
    byFirst.set(first, [...(byFirst.get(first) ?? []), { folded, name }]);
  }
  const added: FoundName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const again = byFirst.get(tokens[i]?.folded ?? '')?.find(({ folded }) => {
      const here = tokens.slice(i, i + folded.length);
      const same =
        here.length === folded.length && here.every((t, k) => t.folded === folded[k] && taken[i + k] === 0);
      return same && (here.some(({ telling, capital }) => telling && capital) || !folded.every(isCommonWord));
    });
    if (!again) continue;
    const last = i + again.folded.length - 1;
    added.push({ ...again.name, first: i, last, why: t('named elsewhere') });
    i = last;
  }
  return added;
}

interface Part {
  folded: string;
  key: string;
  name: FoundName;
}

/** Returns the words of found names that may stand alone, each with its surest name. */
function partsOf(tokens: readonly Token[], found: readonly FoundName[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const name of found) {
    const own = tokens.slice(name.first, name.last + 1);
    const alone = own.length === 1 || name.type === 'person';
    if (!alone) continue;
    for (const [i, { folded }] of own.entries()) {
      if (folded.length < 3 || isKind(folded) || isGrammar(folded)) continue;
      if (isCommonWord(folded) && !isOwnName(own, i)) continue;
      const known = parts.get(folded);
      if (!known || known.name.score < name.score) parts.set(folded, { folded, key: romanKey(folded), name });
    }
  }
  return parts;
}

/**
 * Tells whether an everyday word is a name within one: "Will" of "Will Tranter" and "Long" of "Harriet Long" are,
 * "Sections" of a capitalised phrase is not.
 */
function isOwnName(name: readonly Token[], i: number): boolean {
  const [first] = name;
  const rest = name.slice(1);
  if (!first || rest.length === 0) return name.length === 1;
  if (i === 0) return rest.every(({ folded }) => !isCommonWord(folded));
  return isGivenName(first.folded) || isEnglishName(first.folded);
}

type SoundIndex = { bySound: Map<string, Part[]>; byStart: Map<string, Part[]> };

function soundIndex(parts: Iterable<Part>): SoundIndex {
  const bySound = new Map<string, Part[]>();
  const byStart = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.folded.length < 4 || isCommonWord(part.folded)) continue;
    for (const sound of new Set(doubleMetaphone(part.key))) push(bySound, sound, part);
    push(byStart, part.key.slice(0, 1), part);
  }
  return { bySound, byStart };
}

function push(map: Map<string, Part[]>, key: string, part: Part): void {
  const list = map.get(key);
  if (list) list.push(part);
  else map.set(key, [part]);
}

function nearest(
  folded: string,
  index: SoundIndex,
): { name: FoundName; verdict: Pick<FoundName, 'score' | 'why'> } | null {
  const key = romanKey(folded);
  for (const { key: other, name } of index.byStart.get(key.slice(0, 1)) ?? []) {
    if (key === other)
      return { name, verdict: { score: name.score, why: t('another spelling of a name found elsewhere') } };
    if (isCaseForm(key, other)) {
      return { name, verdict: { score: name.score * 0.9, why: t('a case form of a name found elsewhere') } };
    }
    if (isSpeltLike(key, other)) {
      return { name, verdict: { score: name.score * 0.7, why: t('spelt like a name found elsewhere') } };
    }
  }
  const sound = soundOf(key);
  const alike = sound === null ? undefined : index.bySound.get(sound)?.[0];
  return alike
    ? {
        name: alike.name,
        verdict: { score: alike.name.score * 0.6, why: t('sounds like a name found elsewhere') },
      }
    : null;
}

/** Joins a first name and a surname that were added beside each other into one suggestion. */
function joinNeighbours(tokens: readonly Token[], added: readonly FoundName[]): FoundName[] {
  const joined: FoundName[] = [];
  for (const name of added) {
    const before = joined.at(-1);
    const gap = tokens[name.first]?.gap;
    if (
      before?.last === name.first - 1 &&
      before.type === name.type &&
      name.type === 'person' &&
      gap === ' '
    ) {
      before.last = name.last;
      before.score = Math.max(before.score, name.score);
    } else {
      joined.push({ ...name });
    }
  }
  return joined;
}
