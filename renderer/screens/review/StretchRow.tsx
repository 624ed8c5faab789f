import { t } from '../../../shared/messages/messages';
import type { Span } from '../../../shared/model/entity';
import { clock } from '../../../shared/text/clock';

/** Returns the key of a stretch of the recording in a list. */
export const keyOfStretch = ({ from, to }: Span): string => `${from} ${to}`;

/** Shows where a stretch of the recording begins, and how long it is. */
export function StretchRow({ span: { from, to } }: { span: Span }) {
  return (
    <span>
      <strong className="numbers">{clock(from)}</strong>{' '}
      <span className="soft numbers">{t('{seconds, number, ::.0} s', { seconds: to - from })}</span>
    </span>
  );
}
