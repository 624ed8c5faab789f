import { ticksIn } from './ticksIn';
import './strip.css';

interface Props {
  /** Seconds that it measures, from its left to its right. */
  from: number;
  to: number;
  /** Pixels */
  width: number;
}

/** Times along what is shown. To screen readers the position says the same. */
export function Ruler({ from, to, width }: Props) {
  return (
    <div className="ruler numbers" aria-hidden="true">
      {ticksIn(from, to, width).map(({ at, label }) => (
        <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}
