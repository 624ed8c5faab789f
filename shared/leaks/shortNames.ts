import type { ProjectDocument } from '../document/document';
import type { Entity } from '../model/entity';
import { foldPhrase } from '../text/matching';
import type { NameKnowledge } from './NameKnowledge';
import { withheldMentions } from '../plan/RedactionPlan';
import type { FoundForm } from './protectedForms';
import { isAddress } from './shapes/standsAsName';
import { isSmall } from '../text/writing';

/** What people make of a longer name: whose it is, by a folded part of it and by the letters of the initials. */
export interface ShortNames {
  /** Given names and surnames that are everyday words as well. */
  surnames: ReadonlyMap<string, string>;
  initials: ReadonlyMap<string, string>;
}

export const NO_SHORT_NAMES: ShortNames = { surnames: new Map(), initials: new Map() };

type Knowledge = Pick<NameKnowledge, 'isCommonWord' | 'isKind' | 'romanKey'>;

/**
 * The names of withheld people that are everyday words as well (`Said`, `Marsh`), and so no protected forms, and the initials
 * of withheld names, in the order they are said and with the last in front.
 */
export function shortNames(document: ProjectDocument, knowledge: Knowledge): ShortNames {
  const marked = new Set(withheldMentions(document).map(({ entityId }) => entityId));
  const surnames = new Map<string, string>();
  const initials = new Map<string, string>();
  for (const entity of document.entities) {
    if (entity.decision !== 'withhold' && !marked.has(entity.id)) continue;
    for (const name of [entity.name, ...entity.aliases]) {
      const words = foldPhrase(name);
      if (words.length < 2 || words.length > 4 || !isSomebody(entity, words, knowledge)) continue;
      for (const word of capitalised(name)) {
        const isNamed = word.length > 2 && !NO_NAME.test(word) && !isAddress(word);
        if (isNamed && knowledge.isCommonWord(word)) surnames.set(word, entity.id);
      }
      const letters = words.map((word) => knowledge.romanKey(word.slice(0, 1)));
      const [first = '', last = ''] = [letters[0], letters.at(-1)];
      for (const order of [letters, [last, ...letters.slice(0, -1)], [first, last]])
        initials.set(order.join(''), entity.id);
    }
  }
  return { surnames, initials };
}

/** Where nobody said what a name is of, it is a person's unless its words say otherwise. */
const isSomebody = (
  { type }: Entity,
  words: readonly string[],
  { isCommonWord, isKind }: Knowledge,
): boolean => type === 'person' || (type === 'other' && !isCommonWord(words[0] ?? '') && !words.some(isKind));

/** Small words within names, and what is made of other words and so is nobody's name: `Conference`, `Democratic`. */
const NO_NAME =
  /^(?:the|and|of|for|from|with|that|this|his|her|our|their)$|.(?:tion|sion|ment|ional|ness|ism|ship|erence|sembly|dom|cratic)$/u;

/** The folded words of a name that are written as names. */
const capitalised = (name: string): string[] =>
  name.split(/\s+/u).flatMap((word) => (isSmall(word) ? [] : foldPhrase(word)));

/** One letter or more, each with a stop behind it: `A.`, `A.B.`, `A.-B.'s` */
const INITIALS = /^[^\p{L}\p{N}]*((?:\p{Lu}\.[-‐–]?)+\p{Lu}?)(?:['’]s)?[^\p{L}\p{N}]*$/u;

/**
 * Where a short name stands in texts that follow one another, such as words: a part of a name, and initials with their
 * stops.
 * @param isName whether an everyday word at a position is a name there.
 */
export function findShortNames(
  texts: readonly string[],
  { surnames, initials }: ShortNames,
  romanKey: (text: string) => string,
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
  }
  return found;
}
