import type { Figures, Measured } from '../model/measured';
import { QUESTION_LEVELS, type QuestionLevel } from '../model/questionLevel';
import { usualScript, writtenIn, type Written } from '../text/writtenIn';

/** What a level is called, as in "at balanced". */
export const LEVEL_WORDS: Readonly<Record<QuestionLevel, string>> = {
  fewer: 'fewer questions',
  balanced: 'balanced',
  everything: 'everything',
};

/** How well names are found in what a transcript is written in, in sentences for people. */
export interface HowWell {
  /** One for each language or script, that of most words first. */
  languages: string[];
  /** For each level what it misses and how much is asked in vain. */
  levels: Readonly<Record<QuestionLevel, string>>;
}

/** Scripts that a trained model reads. */
const READ = new Set(['Latn', 'Cyrl']);
/** Scripts in which lists and titles tell names. */
const CUED = new Set(['Arab', 'Hani', 'Mymr']);

/**
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
        best && where ? costOf(best[level], nameOf(where)) : WITHOUT_FIGURES[level],
      ]),
    ) as Record<QuestionLevel, string>,
  };
}

/** They were measured on what is written as the language usually is. */
const figuresOf = (one: Written, { languages }: Measured) => ofLanguage(one, languages);

const ofLanguage = <T>({ language, script }: Written, by: Readonly<Record<string, T>>): T | undefined =>
  usualScript(language) === script && Object.hasOwn(by, language) ? by[language] : undefined;

function sentenceOf(one: Written, figures: Figures | undefined, few: Measured['few']): string {
  const name = nameOf(one);
  const some = ofLanguage(one, few);
  if (some && !figures) {
    const tenth = Math.min(9, Math.max(1, Math.round(some.found * 10)));
    return `Finds about ${tenth} in 10 names in ${name}, tried on ${some.sentences} sentences only; read every line.`;
  }
  if (figures) {
    const { person, place } = figures;
    return `In ${name}, about ${hundredth(person)} of 100 names of people and ${hundredth(place)} of 100 names of places are found at “balanced”; read every line.`;
  }
  if (READ.has(one.script)) return `How many names are found in ${name} was not measured; read every line.`;
  return CUED.has(one.script)
    ? `Names in ${name} are suggested by lists and titles only; read every line.`
    : `Hardly any names are suggested in ${name}; read every line.`;
}

function costOf({ person, place, precision }: Figures, name: string): string {
  const wrong = Math.round((1 - precision) * 10);
  const vain =
    wrong === 0
      ? 'nearly all questions are about a name'
      : `of 10 questions about ${wrong} ${wrong === 1 ? 'is' : 'are'} about something else`;
  return `In ${name}, of 100 people's names it misses about ${100 - hundredth(person)}, of 100 places about ${100 - hundredth(place)}; ${vain}.`;
}

/** Nobody measured it for what this transcript is written in. */
const WITHOUT_FIGURES: Readonly<Record<QuestionLevel, string>> = {
  fewer: 'Misses more names; fewer questions are about something else.',
  balanced: 'Misses fewer names; some questions are about something else.',
  everything: 'Misses the fewest names; many questions are about something else.',
};

/** `Russian`, `Kazakh in Latin letters`, `Latin letters` */
function nameOf({ language, script }: Written): string {
  const known = language === 'und' ? undefined : nameBy('language', language);
  if (known !== undefined && usualScript(language) === script) return known;
  const letters = nameBy('script', script);
  if (letters === undefined || script === 'Zyyy') return known ?? 'this language';
  return known === undefined ? `${letters} letters` : `${known} in ${letters} letters`;
}

const nameBy = (type: 'language' | 'script', code: string): string | undefined =>
  new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code);

/** Never all: nobody looked at every name there is. */
const hundredth = (share: number): number => Math.min(99, Math.round(share * 100));
