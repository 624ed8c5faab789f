import { t } from '../../shared/messages/messages';
import type { Check } from '../../shared/model/check';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { isTimed } from '../../shared/model/word';
import { clockTenths } from '../../shared/text/clock';

const NAME = 'speech without words';
/** A sentence names no more places than this. */
const MOST_PLACES_NAMED = 5;

/**
 * Lets a recording go only when all speech in it has words, is withheld, or is published knowingly: what nobody has read
 * nobody has looked through for names. Lets it go as well where that is not known; `speechCheck` then says so.
 * @throws {AppError} `EXPORT_WOULD_LEAK`, naming the places.
 */
export function requireWordsForSpeech(document: ProjectDocument): void {
  const left = speechWithoutWords(document);
  if (left.length === 0) return;
  const one = left.length === 1;
  throw new AppError(
    'EXPORT_WOULD_LEAK',
    t('In {value1} somebody seems to speak and the transcript has no words (at {value2}).', {
      value1: one ? 'one place' : `${left.length} places`,
      value2: timesOf(left),
    }),
    t(
      'Listen to {value1}, and transcribe, withhold or knowingly publish what is said there; or export the transcript alone.',
      { value1: one ? 'it' : 'them' },
    ),
  );
}

/** Puts the same as a check that is run on a folder with a recording. */
export function speechCheck(document: ProjectDocument): Check {
  const check = { name: NAME, file: null };
  const { speech, words, wordless } = document;
  if (speech === null) {
    const detail = 'Nobody has looked whether words are missing: the speech detector did not run.';
    return { ...check, ok: true, done: false, detail };
  }
  const left = speechWithoutWords(document);
  if (left.length > 0) {
    const detail = `somebody seems to speak at ${timesOf(left)}, and the transcript has no words there.`;
    return { ...check, ok: false, detail };
  }
  if (speech.length > 0 && words.length > 0 && !words.every(isTimed)) {
    const detail = 'The words of the transcript have no times, so it is not known which speech has none.';
    return { ...check, ok: true, done: false, detail };
  }
  const known = wordless.length === 0 ? '' : `; ${wordless.length} without are published knowingly`;
  return {
    ...check,
    ok: true,
    detail: `Wherever somebody speaks there are words, or it is withheld${known}.`,
  };
}

function timesOf(spans: readonly Span[]): string {
  const named = spans.slice(0, MOST_PLACES_NAMED).map(({ from }) => clockTenths(from));
  return `${named.join(', ')}${spans.length > MOST_PLACES_NAMED ? `, and ${spans.length - MOST_PLACES_NAMED} more` : ''}`;
}
