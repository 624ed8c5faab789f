import type { Suggestion } from '../../../shared/model/suggestion';
import { nameOf, readNames } from './readNames';
import type { ModelName, TaggedPiece } from './NameTagger';

/** What may be a name, by the rules, by the model, or by both; offsets are UTF-16 code units. */
export interface Candidate {
  type: Suggestion['type'];
  start: number;
  end: number;
  model: ModelName;
  /** How sure the model is of a name here; 0 to 1. */
  read: Support;
  /** What the rules say, where they find something. */
  rule: Suggestion | null;
  elsewhere: boolean;
}

/** Probabilities over the words of a name: to be one of a person or place, and to be a name at all. */
export interface Support {
  mean: number;
  most: number;
  anyMean: number;
}

/** The model alone makes a candidate of words from this probability on; below it so many more would be wrong. */
const LEAST_PROBABILITY = 0.03;
const LEAST_ORGANISATION_PROBABILITY = 0.3;

/** Everything that the rules or the model take for a name; where they overlap it is one. */
export function candidatesOf(
  rules: readonly Suggestion[],
  read: readonly (readonly TaggedPiece[])[],
): Candidate[] {
  const pieces = read.flat();
  const within = (start: number, end: number) => overlapping(pieces, start, end).filter(isWord);
  const used = new Set<Suggestion>();
  const named = [
    ...readNames(read, LEAST_PROBABILITY),
    ...readNames(read, LEAST_ORGANISATION_PROBABILITY, ['organisation']),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Candidate[] = [];
  for (const name of named) {
    const before = joined.at(-1);
    if (before && name.start < before.end) continue;
    const over = rules.filter(({ start, end }) => start < name.end && end > name.start);
    const free = over.filter((rule) => !used.has(rule));
    for (const rule of over) used.add(rule);
    const start = Math.max(before?.end ?? 0, Math.min(name.start, ...free.map((rule) => rule.start)));
    const end = Math.max(name.end, ...free.map((rule) => rule.end));
    const words = within(name.start, name.end);
    const rule = over.toSorted((a, b) => b.score - a.score)[0] ?? null;
    joined.push({
      type: typeOf(words, rule),
      ...{ start, end, rule, read: supportOf(words), elsewhere: name.elsewhere },
      model: words[0]?.model ?? 'latin',
    });
  }
  const byRules = rules
    .filter((rule) => !used.has(rule))
    .map((rule) => {
      const words = within(rule.start, rule.end);
      const { type, start, end } = rule;
      return {
        type,
        start,
        end,
        rule,
        read: supportOf(words),
        elsewhere: false,
        model: words[0]?.model ?? 'latin',
      };
    });
  return [...joined, ...byRules].sort((a, b) => a.start - b.start);
}

const isWord = ({ text }: TaggedPiece) => /[\p{L}\p{N}]/u.test(text);

/** Pieces lie in the order of the text. */
function overlapping(pieces: readonly TaggedPiece[], start: number, end: number): TaggedPiece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: TaggedPiece[] = [];
  for (let i = low; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.start >= end) break;
    found.push(piece);
  }
  return found;
}

function supportOf(words: readonly TaggedPiece[]): Support {
  const named = words.map(({ person, place }) => person + place);
  const any = words.map(({ person, place, organisation }) => person + place + organisation);
  return { mean: meanOf(named), most: Math.max(0, ...named), anyMean: meanOf(any) };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A rule that knows the kind decides where the model is of two minds. */
function typeOf(words: readonly TaggedPiece[], rule: Suggestion | null): Suggestion['type'] {
  const { type, probability } = nameOf(words);
  if (!rule || rule.type === 'other' || probability >= SURE_OF_KIND) return type;
  return rule.type;
}
const SURE_OF_KIND = 0.8;
