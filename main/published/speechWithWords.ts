import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { isTimed } from '../../shared/model/word';
import { clockTenths } from '../../shared/text/clock';

import { spoken, type SpokenCheck } from './SpokenCheck';

const NAME = 'speech without words';
/** Most places that one sentence names. */
const MOST_PLACES_NAMED = 5;

/**
 * Lets a recording go only when all speech in it has words, is withheld, or is published knowingly: nobody has looked
 * for names in speech that nobody has read. It also lets it go where that is not known; `speechCheck` then says so.
 * @throws {AppError} `EXPORT_WOULD_LEAK`, naming the places.
 */
export function requireWordsForSpeech(document: ProjectDocument): void {
  const left = speechWithoutWords(document);
  if (left.length === 0) return;
  throw new AppError(
    'EXPORT_WOULD_LEAK',
    t(
      '{count, plural, =1 {In one place somebody seems to speak and the transcript has no words (at {times}).} one {In # place somebody seems to speak and the transcript has no words (at {times}).} other {In # places somebody seems to speak and the transcript has no words (at {times}).}}',
      { count: left.length, times: timesOf(left) },
    ),
    t(
      '{count, plural, one {Listen to it, and transcribe, withhold or knowingly publish what is said there; or export the transcript alone.} other {Listen to them, and transcribe, withhold or knowingly publish what is said there; or export the transcript alone.}}',
      { count: left.length },
    ),
  );
}

/** Asks the same as a check, which is run on a folder with a recording. */
export function speechCheck(document: ProjectDocument): SpokenCheck {
  const check = { name: NAME, file: null };
  const { speech, words, wordless } = document;
  if (speech === null) {
    return spoken({ ...check, ok: true, done: false }, () =>
      t('Nobody has looked whether words are missing: the speech detector did not run.'),
    );
  }
  const left = speechWithoutWords(document);
  if (left.length > 0) {
    return spoken({ ...check, ok: false }, () =>
      t('somebody seems to speak at {times}, and the transcript has no words there.', {
        times: timesOf(left),
      }),
    );
  }
  if (speech.length > 0 && words.length > 0 && !words.every(isTimed)) {
    return spoken({ ...check, ok: true, done: false }, () =>
      t('The words of the transcript have no times, so it is not known which speech has none.'),
    );
  }
  return spoken({ ...check, ok: true }, () =>
    t(
      '{count, plural, =0 {Wherever somebody speaks there are words, or it is withheld.} one {Wherever somebody speaks there are words, or it is withheld; # without is published knowingly.} other {Wherever somebody speaks there are words, or it is withheld; # without are published knowingly.}}',
      { count: wordless.length },
    ),
  );
}

function timesOf(spans: readonly Span[]): string {
  const named = spans.slice(0, MOST_PLACES_NAMED).map(({ from }) => clockTenths(from));
  const times = named.join(', ');
  const more = spans.length - MOST_PLACES_NAMED;
  return more > 0 ? t('{times}, and {more, plural, one {# more} other {# more}}', { times, more }) : times;
}
