import { memo } from 'react';
import { ticksIn } from './ticksIn';
import './strip.css';

interface Props {
  /** The seconds at its left and its right end. */
  from: number;
  to: number;
  /** Pixels */
  width: number;
}

/** Shows times along a part of the recording. Screen readers get the same from the position. */
export const Ruler = memo(function Ruler({ from, to, width }: Props) {
  return (
    <div className="ruler numbers" aria-hidden="true">
      {ticksIn(from, to, width).map(({ at, label }) => (
        <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
});
