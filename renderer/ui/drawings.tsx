import type { ReactNode } from 'react';
import type { Blur } from '../../shared/model/formats';
import './drawings.css';

/** A drawing. Screen readers leave it out, since the text beside it says the same. */
const Drawing = ({ children }: { children: ReactNode }) => (
  <svg className="drawing" viewBox="0 0 96 64" aria-hidden="true">
    {children}
  </svg>
);

/** An arrow from one drawing to the next. */
export const Arrow = () => (
  <svg className="drawing-arrow" viewBox="0 0 26 16" aria-hidden="true">
    <path d="M2 8H23M17 2L23 8L17 14" />
  </svg>
);

/** Half the height of each stroke of a sound, in units of a drawing. */
const SPOKEN = [2, 5, 9, 6, 3, 7, 10, 6, 4, 8, 5, 2, 4, 8, 10, 5, 3];
/** The strokes that a mask replaces. */
const MASKED = { from: 6, to: 11 };

/** Draws one stroke up and down for each height. */
const sound = (heights: readonly number[], first: number, middle: number): string =>
  heights.map((height, i) => `M${first + 4 * i} ${middle - height}V${middle + height}`).join('');

/** Somebody who is filmed, and their words. */
export const RecordingDrawing = () => (
  <Drawing>
    <rect className="paper" x="24" y="3" width="48" height="36" rx="3" />
    <circle className="solid" cx="48" cy="17" r="6" />
    <path className="solid" d="M36 39C36 31 41 27 48 27C55 27 60 31 60 39Z" />
    <path d={sound(SPOKEN, 16, 53)} />
  </Drawing>
);

/** Frames of a published video, one after another. */
export const PictureDrawing = ({ covered }: { covered: boolean }) => (
  <Drawing>
    <rect className="paper" x="16" y="12" width="72" height="40" rx="2" />
    <path d="M40 12V52M64 12V52" />
    {[28, 52, 76].map((middle) => (
      <g key={middle} transform={`translate(${middle} 0)`}>
        <circle className="solid" cy="28" r="4" />
        <path className="solid" d="M-8 42.5C-8 37 -4.5 34.5 0 34.5C4.5 34.5 8 37 8 42.5Z" />
      </g>
    ))}
    {covered && <rect className="hidden" x="40" y="12" width="24" height="40" />}
  </Drawing>
);

const Paper = () => <rect className="paper" x="16" y="3" width="64" height="58" rx="3" />;

/** Lines of text, with a speaker's colour beside them. */
export const TranscriptDrawing = () => (
  <Drawing>
    <Paper />
    <path stroke="var(--voice-1)" strokeWidth="3" d="M24 12V30" />
    <path stroke="var(--voice-2)" strokeWidth="3" d="M24 37V53" />
    <path className="words" d="M31 14H71M31 21H66M31 28H52M31 38H71M31 45H62M31 52H69" />
  </Drawing>
);

/** Lines of text with withheld words, and one that is suggested. */
export const MarksDrawing = () => (
  <Drawing>
    <Paper />
    <path className="words" d="M24 14H38M62 14H71M24 26H71M24 38H46M24 50H32M58 50H69" />
    <rect className="hidden" x="43" y="10.5" width="14" height="7" rx="1" />
    <rect className="hidden" x="37" y="46.5" width="16" height="7" rx="1" />
    <path className="words" d="M52 36H70" />
    <path className="suggestion" d="M52 42H71" />
  </Drawing>
);

/** A text that was checked. */
export const CheckedDrawing = () => (
  <Drawing>
    <Paper />
    <path className="words" d="M24 14H71M24 23H36M60 23H71M24 32H62M24 41H50M24 50H46" />
    <rect className="hidden" x="41" y="19.5" width="14" height="7" rx="1" />
    <circle className="seal" cx="70" cy="48" r="12" />
    <path className="sign" d="M64.5 48.5L68.5 52.5L76 44" />
  </Drawing>
);

/** A file that only its passphrase opens. */
export const SealedDrawing = () => (
  <Drawing>
    <Paper />
    <path className="words" d="M24 12H71M24 53H71" />
    <rect className="seal" x="36" y="29" width="24" height="18" rx="2.5" />
    <path className="way" d="M41 28V24C41 14.5 55 14.5 55 24V28" />
    <path className="sign" d="M48 36V40" />
  </Drawing>
);

/** A published text with its marker. */
export const PublishedTextDrawing = ({ marker }: { marker: string }) => (
  <Drawing>
    <Paper />
    <path className="words" d="M24 14H71M24 23H64M24 45H71M24 54H50" />
    {/* A marker word of one's own may be wider than the paper. */}
    <text x="48" y="37.5" fontSize={Math.min(11, 88 / marker.length)}>
      {marker}
    </text>
  </Drawing>
);

/** A published sound, with what replaces the words. */
export const PublishedSoundDrawing = ({ blur }: { blur: Blur }) => {
  const spoken = SPOKEN.map((height) => 2 * height);
  const left = 16 + 4 * MASKED.from;
  const width = 4 * (MASKED.to - MASKED.from);
  return (
    <Drawing>
      <path d={sound(spoken.slice(0, MASKED.from), 16, 32)} />
      <rect className="paper" x={left - 2} y="6" width={width + 4} height="52" rx="2" />
      {blur === 'silence' && <path className="way" d={`M${left + 2} 32h${width - 4}`} />}
      {blur === 'tone' && <path className="way" d={`M${left + 1} 32q2.25 -20 4.5 0t4.5 0t4.5 0t4.5 0`} />}
      {blur === 'noise' && <path className="way" d={sound([13, 15, 14, 15, 13], left + 2, 32)} />}
      <path d={sound(spoken.slice(MASKED.to), left + width + 4, 32)} />
    </Drawing>
  );
};

/** A report with the answer of each check. */
export const ReportDrawing = () => (
  <Drawing>
    <Paper />
    <path className="words" d="M38 15H71M38 32H64M38 49H69" />
    <path className="way" d="M24 15L27 18L32 11M24 32L27 35L32 28M24 49L27 52L32 45" />
  </Drawing>
);
