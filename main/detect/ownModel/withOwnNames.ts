import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';
import type { OwnName } from './namesOfWords';

interface Part {
  start: number;
  end: number;
}

/** The reason that a person reads. */
export const ownModelReason = () => t('your model reads it as a name');

/**
 * Highest score by such a model: nobody measured how often it is right, and such models are surer than they should be.
 */
const HIGHEST_SCORE = 0.9;

/**
 * Joins the names that were found with those that a model of one's own reads. Where the two overlap they are one name,
 * as far as either reaches, with the higher score. A name that only the model reads gets its own probability as the
 * score.
 * @param ours in the order of the text, none overlapping; so is `read`.
 * @param taken parts that are something else, such as phone numbers, in the order of the text: no name is read in
 * these.
 * @returns in the order of the text, none overlapping.
 */
export function withOwnNames(
  text: string,
  ours: readonly Suggestion[],
  read: readonly OwnName[],
  taken: readonly Part[] = [],
): Suggestion[] {
  const free = read.flatMap((name) => outside(text, name, taken));
  if (free.length === 0) return [...ours];
  const parts = [
    ...ours.map((found) => ({ start: found.start, end: found.end, found, name: null })),
    ...free.map((name) => ({ start: name.start, end: name.end, found: null, name })),
  ].sort((a, b) => a.start - b.start);
  const groups: Group[] = [];
  for (const { start, end, found, name } of parts) {
    let group = groups.at(-1);
    if (!group || start >= group.end) {
      group = { start, end, ours: [], read: [] };
      groups.push(group);
    }
    group.end = Math.max(group.end, end);
    if (found) group.ours.push(found);
    if (name) group.read.push(name);
  }
  return groups.map((group) => joined(text, group));
}

/** Names that overlap, each the next one. */
interface Group extends Part {
  ours: Suggestion[];
  read: OwnName[];
}

function joined(text: string, { start, end, ours, read }: Group): Suggestion {
  const [best] = ours.toSorted((a, b) => b.score - a.score);
  const [longest] = read.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (best && !longest) return best;
  const said = Math.min(HIGHEST_SCORE, Math.max(...read.map(({ probability }) => probability)));
  const score = Math.max(Math.round(said * 100) / 100, best?.score ?? 0);
  return {
    type: typeOf(best, longest),
    text: text.slice(start, end),
    ...{ start, end, score },
    why: best ? `${best.why}; ${ownModelReason()}` : ownModelReason(),
  };
}

/**
 * Returns the type by whoever reads more of the words, and so knows better what they name: `Paris Hilton` is no city.
 */
function typeOf(best: Suggestion | undefined, longest: OwnName | undefined): Suggestion['type'] {
  if (!longest) return best?.type ?? 'other';
  if (!best || best.type === 'other') return longest.type;
  return longest.end - longest.start > best.end - best.start ? longest.type : best.type;
}

/** Cuts a name down to the parts that lie beside what is something else, and have a letter. */
function outside(text: string, name: OwnName, taken: readonly Part[]): OwnName[] {
  const over = taken.filter(({ start, end }) => start < name.end && name.start < end);
  if (over.length === 0) return [name];
  const edges = [name.start, ...over.flatMap(({ start, end }) => [start, end]), name.end];
  return edges.flatMap((from, i) => {
    const to = edges[i + 1];
    if (i % 2 === 1 || to === undefined || to <= from) return [];
    const [found] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text.slice(from, to)) ?? [];
    if (found === undefined || !/\p{L}/u.test(found)) return [];
    const start = text.indexOf(found, from);
    return [{ ...name, start, end: start + found.length }];
  });
}
