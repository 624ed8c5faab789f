import { t } from '../../shared/messages/messages';
import { DETAIL_KINDS } from '../../shared/model/detailKind';
import type { Suggestion } from '../../shared/model/suggestion';
import { detailWord } from './listWords';

/** Returns lines about details, by kind; none where there are no details. */
export function listDetails(details: readonly Suggestion[], timeOf: (start: number) => string): string[] {
  if (details.length === 0) return [];
  const ofKind = DETAIL_KINDS.flatMap((kind) => details.filter(({ detail }) => detail === kind));
  return [
    '',
    t('Details that may identify someone together with others:'),
    ...ofKind.map(
      ({ start, text, why, detail }) =>
        `${timeOf(start).padStart(8)}  ${(detail ? detailWord(detail) : '').padEnd(12)}  ${text}  (${why})`,
    ),
    t(
      '{count, plural, one {# detail to weigh; --accept-suggestions leaves it as it is.} other {# details to weigh; --accept-suggestions leaves them as they are.}}',
      { count: details.length },
    ),
  ];
}
