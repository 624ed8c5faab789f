import { guessLanguage } from './likelyLanguage';

/** A language that a part of a text is written in. */
export interface Written {
  /** BCP 47; `und` when it is not known. */
  language: string;
  /** ISO 15924; `Hani` for all writing with Chinese characters. */
  script: string;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hani', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Thai', /\p{Script=Thai}/u],
];
const OTHER = 'Zyyy';

/** Least share of the words of a script that is more than a name or two. */
const TELLING_SHARE = 0.05;

/** Words, taken evenly from all, that tell as well as more would. */
const ENOUGH_WORDS = 5000;

/** Returns the script that a language is usually written in. */
export function usualScript(language: string): string {
  if (language === 'und') return OTHER;
  const { script = OTHER } = new Intl.Locale(language).maximize();
  return { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani', Kore: 'Hang' }[script] ?? script;
}

/**
 * Returns the languages that words are written in, the one of most words first. They are the language that the
 * interview is said to be in, and those that its letters and small words tell besides. A transcript may mix several
 * languages, and the stated one may be a guess.
 * @param language the one that the transcript is said to be in, BCP 47.
 */
export function writtenIn(all: readonly string[], language: string): Written[] {
  const step = Math.max(1, Math.floor(all.length / ENOUGH_WORDS));
  const texts = step === 1 ? all : all.filter((_, i) => i % step === 0);
  const byScript = new Map<string, string[]>();
  let lettered = 0;
  for (const text of texts) {
    if (!/\p{L}/u.test(text)) continue;
    lettered++;
    const script = SCRIPTS.find(([, letters]) => letters.test(text))?.[0] ?? OTHER;
    const there = byScript.get(script);
    if (there) there.push(text);
    else byScript.set(script, [text]);
  }
  const [said = 'und'] = language.split('-');
  return [...byScript]
    .filter(([, words]) => words.length >= lettered * TELLING_SHARE)
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([script, words]) => {
      const guessed = guessLanguage(words);
      const isUsual = usualScript(said) === script;
      const languages = new Set([
        ...(isUsual ? [said] : guessed === 'kk' && !isMostlyKazakh(words) ? ['ru'] : []),
        ...(guessed !== 'und' && usualScript(guessed) === script && isOther(guessed, said, isUsual)
          ? [guessed]
          : []),
      ]);
      // Kazakh in Latin letters is still Kazakh, if most of a transcript is in them.
      if (languages.size === 0) languages.add(words.length > lettered / 2 ? said : 'und');
      return Array.from(languages, (one) => ({ language: one, script }));
    });
}

/**
 * Tells whether a guessed language counts as another one than the stated language. Small words of Latin languages match
 * by chance, so a person's statement holds there. Letters that Russian does not have tell Kazakh within a transcript
 * that is said to be Russian.
 */
const isOther = (guessed: string, said: string, isUsual: boolean): boolean =>
  !isUsual || (guessed !== said && usualScript(said) === 'Cyrl' && guessed !== 'ru');

/** Least share of Kazakh words that have a letter which Russian does not have. */
const KAZAKH_SHARE = 0.2;
const isMostlyKazakh = (words: readonly string[]): boolean =>
  words.filter((word) => /[әғқңөұүһі]/iu.test(word)).length >= words.length * KAZAKH_SHARE;
