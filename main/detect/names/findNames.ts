import { t } from '../../../shared/messages/messages';
import { candidates, type Run } from './candidates';
import type { Reading } from './reading';
import { OCCASION } from '../lexicon/cueWords';
import { placePopulation } from '../lexicon/gazetteer';
import { isCommonWord } from '../lexicon/isCommonWord';
import type { FoundName } from './spreadNames';
import type { Vote } from './evidence/context';
import { votesOn } from './evidence/votesOn';

/** Least sum of votes for a name: an editor's time is spent on every suggestion. */
const LEAST_VOTES = 2;

/** All places where the same words may be a name. They mean the same everywhere, so their votes are added up. */
interface Group {
  folded: string[];
  runs: Run[];
  votes: Map<string, Vote>;
}

/**
 * Finds people, places and organisations among the tokens, by lists, forms and the words around them; in the order of
 * the text.
 */
export function findNames(reading: Reading): FoundName[] {
  const { tokens } = reading;
  const groups = new Map<string, Group>();
  for (const run of candidates(reading)) {
    const folded = tokens.slice(run.first, run.last + 1).map((token) => token.folded);
    const key = folded.join(' ');
    const group: Group = groups.get(key) ?? { folded, runs: [], votes: new Map() };
    groups.set(key, group);
    group.runs.push(run);
    for (const vote of votesOn(reading, run)) addVote(group, vote);
  }
  voteForParts([...groups.values()]);
  return [...groups.values()]
    .flatMap(({ runs, votes }) => {
      const verdict = strongestType([...votes.values()]);
      return verdict ? runs.map((run) => ({ ...run, ...verdict })) : [];
    })
    .sort((a, b) => a.first - b.first);
}

/** Adds a reason; the same one counts once, however often it comes. */
function addVote({ votes }: Group, vote: Vote): void {
  const reason = `${vote.type ?? ''}:${vote.why}`;
  const known = votes.get(reason);
  if (!known || known.weight < vote.weight) votes.set(reason, vote);
}

/**
 * Votes for words that are part of somebody's fuller name elsewhere: such a word is that person, whatever else it might
 * be. `Paralympic Games` is nobody.
 */
function voteForParts(groups: readonly Group[]): void {
  const parts = new Set(
    groups
      .filter(({ folded }) => folded.length > 1 && !OCCASION.has(folded.at(-1) ?? ''))
      .filter(({ votes }) => strongestType([...votes.values()])?.type === 'person')
      .flatMap(({ folded }) => folded.filter((word) => !isCommonWord(word))),
  );
  for (const group of groups) {
    const [only = ''] = group.folded;
    if (group.folded.length === 1 && parts.has(only)) {
      const weight = placePopulation(only) >= 100_000 ? 1 : 2.5;
      addVote(group, { type: 'person', weight, why: t('part of a longer name elsewhere') });
    }
  }
}

/** Adds up votes by type; the strongest type wins, if there is enough for it. */
function strongestType(votes: readonly Vote[]): Pick<FoundName, 'type' | 'score' | 'why'> | null {
  const sums = { person: 0, place: 0, organisation: 0 };
  let any = 0;
  for (const { type, weight } of votes) {
    if (type === null) any = Math.max(any, weight);
    else sums[type] += weight;
  }
  const types = ['person', 'place', 'organisation'] as const;
  const type = types.reduce((best, next) => (sums[next] > sums[best] ? next : best));
  const total = sums[type] + any;
  if (total < LEAST_VOTES) return null;
  const reasons = votes
    .filter((vote) => vote.type === type || vote.type === null)
    .sort((a, b) => b.weight - a.weight)
    .map(({ why }) => why);
  return {
    type: sums[type] > 0 ? type : 'other',
    score: 1 - Math.exp(-total / 3),
    why: [...new Set(reasons)].slice(0, 3).join('; '),
  };
}
