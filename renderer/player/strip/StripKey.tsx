import { keyOf } from './keyOf';
import type { RecordingLanes } from './useLanes';

/** The id of the text that describes the strip, also to screen readers. */
export const STRIP_TOLD = 'strip-told';

/** Says what is drawn on the strip, and how much of each there is. */
export function StripKey({ lanes }: { lanes: RecordingLanes }) {
  return (
    <ul id={STRIP_TOLD} className="strip-key soft numbers">
      {keyOf(lanes).map(({ kind, text }) => (
        <li key={kind}>
          {kind !== null && <span className={`strip-sign ${kind}`} aria-hidden="true" />}
          {text}
        </li>
      ))}
    </ul>
  );
}
