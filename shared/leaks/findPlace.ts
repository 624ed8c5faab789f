import { t } from '../messages/messages';
import { AppError } from '../model/errors';
import { clock, READ_OFF_SECONDS } from '../text/clock';
import { isTimed, type Word } from '../model/word';
import { findPhrase } from '../text/matching';

interface Place {
  /** Position of the first word. */
  first: number;
  words: readonly Word[];
}

/**
 * Finds the words that stand at a time.
 * @param at seconds; in a transcript without times the position of the first word, counted from zero, as lists tell it
 * there.
 * @returns their ids.
 * @throws {AppError} `MARK_NOT_FOUND` when the words do not stand there, `MARKS_INVALID` when they stand there twice.
 */
export function findPlace(words: readonly Word[], text: string, at: number): string[] {
  const places = findPhrase(words, text).map(([first, last]): Place => ({
    first,
    words: words.slice(first, last + 1),
  }));
  const timed = words.every(isTimed);
  const startOf = (place: Place) => (timed ? (place.words[0]?.start ?? 0) : place.first);
  const endOf = (place: Place) => (timed ? (place.words.at(-1)?.end ?? 0) : place.first + place.words.length);
  const exact = places.filter((place) => startOf(place) <= at && at < endOf(place));
  const near = places.filter((place) => startOf(place) >= at && startOf(place) < at + READ_OFF_SECONDS);
  const found = exact.length > 0 ? exact : near;
  const [place, other] = found;
  if (place && !other) return place.words.map(({ id }) => id);
  if (place) {
    throw new AppError(
      'MARKS_INVALID',
      t('These words stand more than once at that time.'),
      t('Give the time with a fraction of a second, such as 0:12.4.'),
    );
  }
  const elsewhere = places.slice(0, 5).map((one) => clock(startOf(one)));
  throw new AppError(
    'MARK_NOT_FOUND',
    t('These words do not stand at that time, so nothing was decided.'),
    elsewhere.length === 0
      ? t('They stand nowhere: check the spelling against the transcript.')
      : t('They stand at {times}.', {
          times: [...elsewhere, ...(places.length > elsewhere.length ? ['…'] : [])].join(', '),
        }),
  );
}
