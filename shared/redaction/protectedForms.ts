import type { ProjectDocument } from '../project/document';
import type { Entity, EntityType } from './entity';
import { foldPhrase, foldWord } from './matching';
import { withheldMentions } from './plan';
import type { PublishedParagraph } from './render';

/** A form that must not stand in anything published: folded words, one space between them. */
export interface ProtectedForm {
  text: string;
  entityId: string;
}

/** Types whose single words mean nothing alone: the parts of a date or a number are everywhere. */
const WHOLE_ONLY: ReadonlySet<EntityType> = new Set(['phone', 'email', 'id', 'date']);

/**
 * Every form of what is withheld: names, aliases, each marked run as it was said, and the single words of them
 * that are not common words (a surname alone names the person too). Forms of what is kept on purpose are left out.
 * @param isCommonWord tells of a folded word whether it is everyday language.
 */
export function protectedForms(
  document: ProjectDocument,
  isCommonWord: (word: string) => boolean,
): ProtectedForm[] {
  const words = new Map(document.words.map((word) => [word.id, word.text]));
  const phrases = new Map<string, string[]>();
  const mentions = withheldMentions(document);
  for (const mention of mentions) {
    const said = mention.wordIds.flatMap((id) => words.get(id) ?? []).join(' ');
    phrases.set(mention.entityId, [...(phrases.get(mention.entityId) ?? []), said]);
  }
  const kept = new Set(
    document.entities.filter((e) => e.decision === 'keep').flatMap((e) => formsOf(e, [], isCommonWord)),
  );
  const forms = new Map<string, ProtectedForm>();
  for (const entity of document.entities) {
    const said = phrases.get(entity.id);
    if (entity.decision !== 'withhold' && !said) continue;
    const drawnOnly = mentions.filter((m) => m.entityId === entity.id).every((m) => m.drawn);
    for (const text of formsOf(entity, said ?? [], isCommonWord)) {
      // A stretch of time touches whatever is said there; everyday words in it are not names.
      if (drawnOnly && said && text.split(' ').every(isCommonWord)) continue;
      if (!kept.has(text)) forms.set(text, { text, entityId: entity.id });
    }
  }
  return [...forms.values()];
}

function formsOf(entity: Entity, said: readonly string[], isCommonWord: (word: string) => boolean): string[] {
  const forms = new Set<string>();
  for (const phrase of [entity.name, ...entity.aliases, ...said]) {
    const folded = foldPhrase(phrase);
    if (folded.length === 0) continue;
    forms.add(folded.join(' '));
    if (WHOLE_ONLY.has(entity.type)) continue;
    for (const word of folded) if (word.length > 1 && !isCommonWord(word)) forms.add(word);
  }
  return [...forms];
}

/** A place in the published text where a protected form still stands. */
export interface Leftover {
  paragraph: number;
  token: number;
  entityId: string;
  /** Seconds, where the transcript has times. */
  at: number | null;
}

/** Every place in the published paragraphs where a protected form stands, markers' descriptions included. */
export function findLeftovers(
  paragraphs: readonly PublishedParagraph[],
  forms: readonly ProtectedForm[],
): Leftover[] {
  const byFirst = new Map<string, { rest: string[]; entityId: string }[]>();
  for (const { text, entityId } of forms) {
    const [first = '', ...rest] = text.split(' ');
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, entityId }]);
  }
  const found: Leftover[] = [];
  for (const [p, { tokens }] of paragraphs.entries()) {
    const folded = tokens.flatMap(({ text, start }, t) =>
      text
        .split(/[\s()[\]-]+/u)
        .map((word) => ({ word: foldWord(word), t, start }))
        .filter(({ word }) => word !== ''),
    );
    for (const [i, { word, t, start }] of folded.entries()) {
      for (const { rest, entityId } of byFirst.get(word) ?? []) {
        if (rest.every((next, k) => folded[i + 1 + k]?.word === next)) {
          found.push({ paragraph: p, token: t, entityId, at: start });
        }
      }
    }
  }
  return found;
}
