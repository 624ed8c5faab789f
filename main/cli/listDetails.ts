import { DETAIL_KINDS } from '../../shared/model/detailKind';
import type { Suggestion } from '../../shared/model/suggestion';

/** Lines for details, by kind; none where there are none. */
export function listDetails(details: readonly Suggestion[], timeOf: (start: number) => string): string[] {
  if (details.length === 0) return [];
  const ofKind = DETAIL_KINDS.flatMap((kind) => details.filter(({ detail }) => detail === kind));
  return [
    '',
    'Details that may identify someone together with others:',
    ...ofKind.map(
      ({ start, text, why, detail = '' }) =>
        `${timeOf(start).padStart(8)}  ${detail.padEnd(12)}  ${text}  (${why})`,
    ),
    `${details.length} details to weigh; --accept-suggestions leaves them as they are.`,
  ];
}
