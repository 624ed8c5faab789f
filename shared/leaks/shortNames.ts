import type { ProjectDocument } from '../document/document';
import type { Entity } from '../model/entity';
import { foldPhrase } from '../text/matching';
import type { NameKnowledge } from './NameKnowledge';
import { withheldMentions } from '../plan/RedactionPlan';
import type { FoundForm } from './protectedForms';
import { isAddress } from './shapes/standsAsName';
import { casingOf, isSmall } from '../text/writing';

/** Short forms that people make of longer names: the entity of each folded part, and of the letters of the initials. */
export interface ShortNames {
  /** Given names and surnames that are everyday words as well. */
  surnames: ReadonlyMap<string, string>;
  initials: ReadonlyMap<string, string>;
  /** Entities by a letter that a part of their name begins with; it means somebody only beside a title or a marker. */
  single: ReadonlyMap<string, string>;
}

export const NO_SHORT_NAMES: ShortNames = { surnames: new Map(), initials: new Map(), single: new Map() };

type Knowledge = Pick<NameKnowledge, 'isCommonWord' | 'isKind' | 'romanKey'>;

/**
 * Returns what people make of the names of withheld people: parts that are everyday words as well (`Said`, `Marsh`),
 * and so not protected forms, and the initials, in the order in which they are said and with the last in front.
 */
export function shortNames(document: ProjectDocument, knowledge: Knowledge): ShortNames {
  const marked = new Set(withheldMentions(document).map(({ entityId }) => entityId));
  const surnames = new Map<string, string>();
  const initials = new Map<string, string>();
  const single = new Map<string, string>();
  const isCased = casingOf(document.words.map(({ text }) => text)) === 'cased';
  for (const entity of document.entities) {
    if (entity.decision !== 'withhold' && !marked.has(entity.id)) continue;
    for (const name of [entity.name, ...entity.aliases]) {
      const words = foldPhrase(name);
      if (words.length < 2 || words.length > 4 || !isSomebody(entity, words, knowledge)) continue;
      for (const word of isCased ? capitalised(name) : words) {
        const isNamed = word.length > 1 && !NO_NAME.test(word) && !isAddress(word);
        if (isNamed && knowledge.isCommonWord(word)) surnames.set(word, entity.id);
      }
      const letters = words.map((word) => knowledge.romanKey(word.slice(0, 1)));
      const [first = '', last = ''] = [letters[0], letters.at(-1)];
      // Initials with a middle name or a name after the father are said without the family name too.
      for (const order of [letters, [last, ...letters.slice(0, -1)], [first, last], letters.slice(0, 2)])
        initials.set(order.join(''), entity.id);
      for (const letter of letters) if (!single.has(letter)) single.set(letter, entity.id);
    }
  }
  return { surnames, initials, single };
}

/**
 * Tells whether a name is a person's. When nobody said what it is of, it is a person's unless its words say otherwise.
 */
const isSomebody = (
  { type }: Entity,
  words: readonly string[],
  { isCommonWord, isKind }: Knowledge,
): boolean => type === 'person' || (type === 'other' && !isCommonWord(words[0] ?? '') && !words.some(isKind));

/**
 * Matches small words within names, people and things that are pointed to, what stands in front of or behind names
 * (`Fr`, `II`), and what is made of other words and so is nobody's name: `Conference`, `Democratic`.
 */
const NO_NAME =
  /^(?:the|and|of|for|from|with|that|this|his|her|our|their|i|he|she|it|we|me|us|de|la|el|al|di|du|st|fr|jr|sr|inc|ltd|i{2,3}|iv|vi{2,3}|ix)$|.(?:tion|sion|ment|ional|ness|ism|ship|erence|sembly|dom|cratic)$/u;

/** Returns the folded words of a name that are written as names. */
const capitalised = (name: string): string[] =>
  name.split(/\s+/u).flatMap((word) => (isSmall(word) ? [] : foldPhrase(word)));

/** Matches one letter or more, each with a stop behind it: `A.`, `A.B.`, `A.-B.'s` */
const INITIALS = /^[^\p{L}\p{N}]*((?:\p{Lu}\.[-‐–]?)+\p{Lu}?)(?:['’]s)?[^\p{L}\p{N}]*$/u;

/** Matches capitals alone, with what may be hung on them: `MKO`, `TI’s`. */
const CAPITALS = /^[^\p{L}\p{N}]*(\p{Lu}{2,4})(?:['’][sS])?[^\p{L}\p{N}]*$/u;
/** Matches one capital alone, with a stop or at the end of what is said: `K.` */
const ONE_CAPITAL = /^[^\p{L}\p{N}]*(\p{Lu})[.,!?…;:]?(?:['’]s)?[^\p{L}\p{N}]*$/u;
/** Abbreviations that everybody uses. */
const ABBREVIATIONS = new Set(
  'tv uk us eu un ok pc cd dvd pm am ad bc ai it id hr pr dj mp dc la ny nj uae usa ussr fbi cia kgb nato bbc cnn dna phd mr mrs ms dr vs rf'.split(
    ' ',
  ),
);
/** Matches a folded form of address behind which one letter stands for a name. */
const IN_FRONT =
  /^(?:господин|госпожа|гн|гжа|товарищ|гражданин|гражданка|herr|frau|monsieur|madame|senor|senora|pan|pani|семь(?:я|и|е|ю|еи)|сем(?:еи|ьи)ств[оае]|famil(?:ie|le|ia|y)|отбасы)$/u;
/** Words behind one letter that stands for a name: the B. family, B. and sons. */
const BEHIND = /^(?:famil(?:y|ies)|brothers|sisters|household|couple|отбасы\p{L}*|әулет\p{L}*)$/u;

/**
 * Finds where a short name stands in texts that follow one another, such as words: a part of a name, or initials with
 * their stops.
 * @param told what is known of the texts.
 * @param isName tells whether an everyday word at a position is a name there.
 */
export function findShortNames(
  texts: readonly string[],
  { surnames, initials, single }: ShortNames,
  { romanKey, isWord, isCased, isMarker }: Told,
  isName: (at: number) => boolean,
): FoundForm[] {
  if (surnames.size + initials.size === 0) return [];
  const found: FoundForm[] = [];
  let row = '';
  let rowAt = 0;
  for (const [at, text] of texts.entries()) {
    for (const word of surnames.size === 0 ? [] : foldPhrase(text)) {
      const entityId = surnames.get(word);
      if (entityId !== undefined && isName(at)) found.push({ at, last: at, entityId });
    }
    const letters = INITIALS.exec(text)?.[1]?.match(/\p{L}/gu) ?? [];
    if (row === '') rowAt = at;
    row = letters.length === 0 ? '' : row + letters.map(romanKey).join('');
    const entityId = initials.get(row);
    if (entityId !== undefined) found.push({ at: rowAt, last: at, entityId });
    if (isCased) found.push(...capitalsAt(texts, at));
  }
  return found;

  function capitalsAt(all: readonly string[], at: number): FoundForm[] {
    const text = all[at] ?? '';
    const tell = (entityId: string | undefined, last = at) =>
      entityId === undefined ? [] : [{ at, last, entityId }];
    const capitals = CAPITALS.exec(text)?.[1];
    if (capitals !== undefined) {
      const folded = capitals.toLowerCase();
      // Others' initials beside them are a list of people, as minutes have it: `Present: MK, AJ`.
      const isShouted = [all[at - 1], all[at + 1]].some(
        (one) =>
          /\p{Lu}{2}/u.test(one ?? '') && (!CAPITALS.test(one ?? '') || foldPhrase(one ?? '').every(isWord)),
      );
      if (ABBREVIATIONS.has(folded) || isWord(folded) || isShouted) return [];
      return tell(initials.get(Array.from(capitals, romanKey).join('')));
    }
    const letter = ONE_CAPITAL.exec(text)?.[1];
    if (letter === undefined) return [];
    // Three capitals or more in a row: `M K O`.
    let end = at;
    let row = '';
    for (
      let one: string | undefined = letter;
      one !== undefined;
      one = ONE_CAPITAL.exec(all[++end] ?? '')?.[1]
    )
      row += romanKey(one);
    if (row.length > 2 && initials.has(row)) return tell(initials.get(row), end - 1);
    const before = foldPhrase(all[at - 1] ?? '').join('');
    const behind = foldPhrase(all[at + 1] ?? '')[0] ?? '';
    const isNamed = isAddress(before) || IN_FRONT.test(before) || BEHIND.test(behind);
    const isBeside = /\p{Lu}\./u.test(text) && [all[at - 1], all[at + 1]].some((one) => isMarker(one ?? ''));
    return isNamed || isBeside ? tell(single.get(romanKey(letter))) : [];
  }
}

interface Told extends Pick<NameKnowledge, 'romanKey' | 'isWord'> {
  /** True when capitals tell anything. */
  isCased: boolean;
  isMarker: (text: string) => boolean;
}
