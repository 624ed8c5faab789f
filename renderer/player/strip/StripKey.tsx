import { clock } from '../../../shared/text/clock';
import { lengthOf } from './lanes';
import type { RecordingLanes } from './useLanes';

/** Describes the strip, also to who does not see it. */
export const STRIP_TOLD = 'strip-told';

/** Says what is drawn on the strip, and how much of each there is. */
export function StripKey({ lanes }: { lanes: RecordingLanes }) {
  const { withheld, covered, missing } = lanes;
  const kinds = [
    { kind: 'withheld', spans: withheld, text: `withheld ${clock(lengthOf(withheld))}` },
    { kind: 'covered', spans: covered, text: `${covered.length} covered` },
    { kind: 'missing', spans: missing, text: `no words ${clock(lengthOf(missing))}` },
  ].filter(({ spans }) => spans.length > 0);
  return (
    <ul id={STRIP_TOLD} className="strip-key soft numbers">
      {kinds.map(({ kind, text }) => (
        <li key={kind}>
          <span className={`strip-sign ${kind}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
