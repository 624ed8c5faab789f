import { detailsIn, namesIn } from '../../shared/leaks/namesAndDetails';
import { DETAIL_KINDS } from '../../shared/model/detailKind';
import type { Suggestion } from '../../shared/model/suggestion';

/** Lines for suggestions: names first, then the details by kind, which are counted by themselves. */
export function listSuggestions(
  suggestions: readonly Suggestion[],
  timeOf: (start: number) => string,
): string[] {
  const line = (what: string, { start, text, why }: Suggestion) =>
    `${timeOf(start).padStart(8)}  ${what.padEnd(12)}  ${text}  (${why})`;
  const [names, details] = [namesIn(suggestions), detailsIn(suggestions)];
  const lines = names.map((one) => line(one.type, one));
  lines.push(`${names.length} suggestions; nothing is withheld until it is marked.`);
  if (details.length === 0) return lines;
  const ofKind = DETAIL_KINDS.map((kind) => details.filter(({ detail }) => detail === kind));
  return [
    ...lines,
    '',
    'Details that may identify someone together with others:',
    ...ofKind.flatMap((all) => all.map((one) => line(one.detail ?? '', one))),
    `${details.length} details to weigh; --accept-suggestions leaves them as they are.`,
  ];
}
