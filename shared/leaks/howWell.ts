import { locale, t } from '../messages/messages';
import type { Figures, Measured } from '../model/measured';
import { QUESTION_LEVELS, type QuestionLevel } from '../model/questionLevel';
import { usualScript, writtenIn, type Written } from '../text/writtenIn';

/** Names of the levels, as in "at balanced", in the language of the app. */
export const LEVEL_WORDS: Readonly<Record<QuestionLevel, string>> = {
  get fewer() {
    return t('fewer questions');
  },
  get balanced() {
    return t('balanced');
  },
  get everything() {
    return t('everything');
  },
};

/** Sentences for people about how well names are found in what a transcript is written in. */
export interface HowWell {
  /** One sentence for each language or script, that of most words first. */
  languages: string[];
  /** A sentence for each level on what it misses and how much is asked in vain. */
  levels: Readonly<Record<QuestionLevel, string>>;
}

/** Scripts that a trained model reads. */
const READ = new Set(['Latn', 'Cyrl']);
/** Scripts in which lists and titles tell names. */
const CUED = new Set(['Arab', 'Hani', 'Mymr']);

/**
 * Tells how well names are found in a text.
 * @param texts the words of a transcript, or a text.
 * @param language what it is said to be in, BCP 47.
 */
export function howWell(texts: readonly string[], language: string, measured: Measured): HowWell {
  const written = writtenIn(texts, language);
  const figures = written.map((one) => figuresOf(one, measured));
  const known = figures.findIndex((one) => one !== undefined);
  const [best, where] = [figures[known], written[known]];
  return {
    languages: written.map((one, i) => sentenceOf(one, figures[i]?.balanced, measured.few)),
    levels: Object.fromEntries(
      QUESTION_LEVELS.map((level) => [
        level,
        best && where ? costOf(best[level], nameOf(where)) : WITHOUT_FIGURES[level](),
      ]),
    ) as Record<QuestionLevel, string>,
  };
}

/** Returns the figures of a language. They were measured on what is written as the language usually is. */
const figuresOf = (one: Written, { languages }: Measured) => ofLanguage(one, languages);

const ofLanguage = <T>({ language, script }: Written, by: Readonly<Record<string, T>>): T | undefined =>
  usualScript(language) === script && Object.hasOwn(by, language) ? by[language] : undefined;

function sentenceOf(one: Written, figures: Figures | undefined, few: Measured['few']): string {
  const name = nameOf(one);
  const some = ofLanguage(one, few);
  if (some && !figures) {
    const tenth = Math.min(9, Math.max(1, Math.round(some.found * 10)));
    return t(
      'Finds about {tenth} in 10 names in {language}, tried on {count, plural, one {# sentence} other {# sentences}} only; read every line.',
      { tenth, language: name, count: some.sentences },
    );
  }
  if (figures) {
    const { person, place } = figures;
    return t(
      'In {language}, about {people} of 100 names of people and {places} of 100 names of places are found at “{level}”; read every line.',
      {
        language: name,
        people: hundredth(person),
        places: hundredth(place),
        level: LEVEL_WORDS.balanced,
      },
    );
  }
  if (READ.has(one.script))
    return t('How many names are found in {language} was not measured; read every line.', { language: name });
  return CUED.has(one.script)
    ? t('Names in {language} are suggested by lists and titles only; read every line.', { language: name })
    : t('Hardly any names are suggested in {language}; read every line.', { language: name });
}

function costOf({ person, place, precision }: Figures, name: string): string {
  const wrong = Math.round((1 - precision) * 10);
  return t(
    'In {language}, of 100 people’s names it misses about {people}, of 100 places about {places}; {wrong, plural, =0 {nearly all questions are about a name} one {of 10 questions about # is about something else} other {of 10 questions about # are about something else}}.',
    { language: name, people: 100 - hundredth(person), places: 100 - hundredth(place), wrong },
  );
}

/** Sentences for a transcript in a language for which nobody measured it. */
const WITHOUT_FIGURES: Readonly<Record<QuestionLevel, () => string>> = {
  fewer: () => t('Misses more names; fewer questions are about something else.'),
  balanced: () => t('Misses fewer names; some questions are about something else.'),
  everything: () => t('Misses the fewest names; many questions are about something else.'),
};

/** Names a language and its letters: `Russian`, `Kazakh in Latin letters`, `Latin letters`. */
function nameOf({ language, script }: Written): string {
  const known = language === 'und' ? undefined : nameBy('language', language);
  if (known !== undefined && usualScript(language) === script) return known;
  const letters = nameBy('script', script);
  if (letters === undefined || script === 'Zyyy') return known ?? t('this language');
  return known === undefined
    ? t('{script} letters', { script: letters })
    : t('{language} in {script} letters', { language: known, script: letters });
}

const nameBy = (type: 'language' | 'script', code: string): string | undefined =>
  new Intl.DisplayNames([locale()], { type, fallback: 'none' }).of(code);

/** Returns a share in hundredths, but never all of them: nobody looked at every name there is. */
const hundredth = (share: number): number => Math.min(99, Math.round(share * 100));
