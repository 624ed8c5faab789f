/** Writes seconds of a recording as people read them, cut off after the second: `0:07`, `12:15`, `1:30:00`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Writes seconds of a recording to the tenth: `2:05.3`, `1:30:00.0`. */
export const clockTenths = (seconds: number): string => withFraction(seconds, 10);

/** Writes seconds of a recording to the hundredth: `2:14.32`. */
export const clockHundredths = (seconds: number): string => withFraction(seconds, 100);

function withFraction(seconds: number, parts: 10 | 100): string {
  const all = Math.round(Math.max(0, seconds) * parts);
  return `${clock(Math.floor(all / parts))}.${String(all % parts).padStart(parts === 10 ? 1 : 2, '0')}`;
}

/** Seconds by which a time that people read off a list may be too early: lists tell whole seconds. */
export const READ_OFF_SECONDS = 1;
