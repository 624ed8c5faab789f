import { locale, t } from '../../../shared/messages/messages';

/**
 * Guesses per second of somebody in earnest, who has a hundred strong computers. One guess takes 128 MiB and a third of
 * a second of an ordinary computer; a graphics card does about a hundred a second.
 */
const GUESSES_A_SECOND = 10_000;
const YEAR_SECONDS = 365.25 * 24 * 3600;
/** Years for which a passphrase has to hold to be called strong. */
const ENOUGH_YEARS = 100;

export interface Strength {
  /** The time that guessing takes, such as `about 3 days`. */
  time: string;
  enough: boolean;
  /** 0 to 1, for a meter that is full at a million years. */
  share: number;
}

/** Approximate number of words that people use. Whoever guesses goes through words, not letters. */
const VOCABULARY_WORDS = 20_000;

/**
 * Counts the guesses that find a passphrase, at most. An estimator that knows common passwords but few languages takes
 * words for random letters, so words count as words here.
 * @param estimate returns the guesses that find a text.
 */
export function guessesFor(passphrase: string, estimate: (text: string) => number): number {
  const whole = estimate(passphrase);
  const pieces = passphrase.split(/[^\p{L}\p{M}\p{N}]+/u).filter((piece) => piece !== '');
  if (pieces.length < 2) return whole;
  const guesses = pieces.map((piece) => {
    const isWord = /^[\p{L}\p{M}]+$/u.test(piece);
    return isWord ? Math.min(VOCABULARY_WORDS, estimate(piece)) : estimate(piece);
  });
  return Math.min(
    whole,
    guesses.reduce((product, count) => product * count, 1),
  );
}

/** Tells how long a passphrase holds that so many guesses find. */
export function strengthOf(guesses: number): Strength {
  const seconds = guesses / GUESSES_A_SECOND;
  const full = Math.log10(1e6 * YEAR_SECONDS);
  return {
    time: inWords(seconds),
    enough: seconds >= ENOUGH_YEARS * YEAR_SECONDS,
    share: Math.min(1, Math.max(0.03, Math.log10(Math.max(1, seconds)) / full)),
  };
}

const UNITS: readonly [seconds: number, unit: string][] = [
  [YEAR_SECONDS, 'year'],
  [YEAR_SECONDS / 12, 'month'],
  [24 * 3600, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

function inWords(seconds: number): string {
  if (seconds >= 1e6 * YEAR_SECONDS) return t('more than a million years');
  for (const [length, unit] of UNITS) {
    const count = Math.floor(seconds / length);
    if (count < 1) continue;
    const format = new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' });
    return t('about {time}', { time: format.format(rounded(count)) });
  }
  return t('less than a minute');
}

/** Rounds down to one digit, since it is an estimate. */
function rounded(count: number): number {
  const digit = 10 ** Math.floor(Math.log10(count));
  return count < 10 ? count : Math.floor(count / digit) * digit;
}
