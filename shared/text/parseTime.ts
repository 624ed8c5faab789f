import { plainSigns } from './plainSigns';

/** Units that people write behind a number in English, Russian and Kazakh, and their seconds. */
const UNITS: readonly (readonly [number, RegExp])[] = [
  [3600, /^(?:h|hrs?|hours?|ч|час(?:а|ов)?|сағ(?:ат)?)$/u],
  [60, /^(?:m|mins?|minutes?|м|мин|минут[аыу]?)$/u],
  [1, /^(?:s|secs?|seconds?|с|сек|секунд[аыу]?)$/u],
];

/**
 * Reads a time as people write it, in the digits of any script: `90` (seconds), `1:30`, `1:02:03.5`, `1h 2m`, `2 ч 5
 * мин`.
 * @returns seconds; null for anything else. `1:75` is not a time, because it has too many seconds.
 */
export function parseTime(text: string): number | null {
  const written = plainSigns(text).trim().toLowerCase().replace(/,/gu, '.');
  return fromClock(written) ?? fromUnits(written);
}

function fromClock(written: string): number | null {
  if (!/^\d+(?:\s*:\s*\d{1,2}){0,2}(?:\.\d*)?$/u.test(written)) return null;
  const parts = written.split(':').map(Number);
  if (parts.slice(1).some((part) => part >= 60)) return null;
  return parts.reduce((seconds, part) => seconds * 60 + part, 0);
}

function fromUnits(written: string): number | null {
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}+)\.?\s*/gu)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== written) return null;
  let seconds = 0;
  let before = Infinity;
  for (const [, number, letters = ''] of parts) {
    const unit = UNITS.find(([, names]) => names.test(letters))?.[0];
    // Each unit stands only once, the larger first.
    if (unit === undefined || unit >= before) return null;
    seconds += Number(number) * unit;
    before = unit;
  }
  return seconds;
}
