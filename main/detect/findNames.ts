import { candidates, isCased, type Run } from './candidates';
import { spreadNames, type FoundName } from './spreadNames';
import type { Token } from './tokenize';
import { votesOn, type Vote } from './voices';

/** Votes below this sum leave a run alone: an editor's time is spent on every suggestion. */
const ENOUGH = 2;

/** People, places and organisations among the tokens, in the order of the text. */
export function findNames(tokens: readonly Token[]): FoundName[] {
  const reading = { tokens, cased: isCased(tokens) };
  const groups = new Map<string, { runs: Run[]; votes: Map<string, Vote> }>();
  for (const run of candidates(reading)) {
    const key = foldedRun(tokens, run).join(' ');
    const group = groups.get(key) ?? { runs: [], votes: new Map<string, Vote>() };
    groups.set(key, group);
    group.runs.push(run);
    // The same words mean the same everywhere, so every place where they stand adds its own reasons.
    for (const vote of votesOn(reading, run)) {
      const reason = `${vote.type ?? ''}:${vote.why}`;
      const known = group.votes.get(reason);
      if (!known || known.weight < vote.weight) group.votes.set(reason, vote);
    }
  }
  const found = [...groups.values()].flatMap(({ runs, votes }) => {
    const verdict = judge([...votes.values()]);
    return verdict ? runs.map((run) => ({ ...run, ...verdict })) : [];
  });
  return spreadNames(reading, found).sort((a, b) => a.first - b.first);
}

const foldedRun = (tokens: readonly Token[], { first, last }: Run) =>
  tokens.slice(first, last + 1).map(({ folded }) => folded);

/** Adds up votes by type; the strongest type wins, if there is enough for it. */
function judge(votes: readonly Vote[]): Pick<FoundName, 'type' | 'score' | 'why'> | null {
  const sums = { person: 0, place: 0, organisation: 0 };
  let any = 0;
  for (const { type, weight } of votes) {
    if (type === null) any = Math.max(any, weight);
    else sums[type] += weight;
  }
  const [type, sum] = (['person', 'place', 'organisation'] as const)
    .map((name) => [name, sums[name]] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  if (sum + any < ENOUGH) return null;
  const reasons = votes
    .filter((vote) => vote.type === type || vote.type === null)
    .sort((a, b) => b.weight - a.weight)
    .map(({ why }) => why);
  return {
    type: sum > 0 ? type : 'other',
    score: Math.round((1 - Math.exp(-(sum + any) / 3)) * 100) / 100,
    why: [...new Set(reasons)].slice(0, 3).join('; '),
  };
}
