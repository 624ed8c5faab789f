/** A part of a text, in UTF-16 code units, and the reason in words a person understands. */
export interface Found {
  start: number;
  end: number;
  why: string;
}

const CYRILLIC = /[\u0400-\u052f]/u;

/** A form of words: `[reason, pattern]`, see {@link finder}. */
type Form = readonly [why: () => string, pattern: string];

/** Letters of which a long text in a language has some: without them its forms are not looked for. */
const TELLING = { english: /[a-z]/u, russian: /[а-я]/u, kazakh: /[әғқңөұүһі]/u, any: /./u } as const;
/** Letters of which a paragraph in a language has some. */
const SCRIPTS = { english: /[a-z]/u, russian: CYRILLIC, kazakh: CYRILLIC, any: /./u } as const;
/**
 * Characters of a text from which on it must have some of those letters; a sentence may have none that only Kazakh has.
 */
const SHORT_TEXT_CHARACTERS = 2000;
type Language = keyof typeof TELLING;

/**
 * The gap between two words: never the empty line between two paragraphs. It is bounded, so that a long run of spaces
 * costs nothing.
 */
const GAP = '(?:[^\\S\\n]{1,3}|\\n(?!\\n))';
const [STARTS, ENDS] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
/**
 * Letters of Latin and Cyrillic, in which every language here is written. A class of all letters would have hundreds of
 * ranges, unrolled for each ending of each word: such patterns took most of a second to be made.
 */
const LETTERS = 'A-Za-z\\u00c0-\\u024f\\u0400-\\u052f';
/** Writes out a pattern: its letters, and its gaps. A space in a class of signs stays one sign. */
const written = (pattern: string) =>
  pattern.replaceAll(/\[[^\]]*\]|\\p\{L\}| /gu, (part) => {
    if (part === ' ') return GAP;
    if (part === '\\p{L}') return `[${LETTERS}]`;
    return part.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', '\\d');
  });

/** Makes a pattern for one whole word of a table: `*` stands for any ending, `_` for a space within a word. */
export function anyOf(table: string): string {
  const words = table.trim().split(/\s+/u);
  const patterns = words.map((word) => word.replaceAll('*', '\\p{L}{0,9}').replaceAll('_', ' '));
  return `(?:(?:${patterns.join('|')})${ENDS})`;
}

/** Makes a pattern for any word but those of a table, which end what somebody says of a person or a place. */
export const wordBut = (table: string): string => `(?:(?!${anyOf(table)})\\p{L}[\\p{L}'’-]{0,24})`;

/**
 * Makes a function that finds what has one of several forms. A space in a pattern is a gap between two words, and a
 * match begins and ends with whole words. A group named `it` is what is found, where the rest only tells that it is
 * meant. Every repetition in a pattern has to be bounded: then the time grows with the length of the text alone.
 */
export function finder(forms: Partial<Record<Language, readonly Form[]>>): (text: string) => Found[] {
  const languages = (Object.keys(forms) as Language[]).map((language) => ({
    language,
    patterns: (forms[language] ?? []).map(([why, pattern]) => ({
      why,
      pattern: new RegExp(written(`${STARTS}(?:${pattern})${ENDS}`), 'dgu'),
    })),
  }));
  return (text) =>
    languages
      .filter(({ language }) => text.length < SHORT_TEXT_CHARACTERS || TELLING[language].test(text))
      .flatMap(({ language, patterns }) =>
        stretchesWith(SCRIPTS[language], text).flatMap(({ start: offset, text: stretch }) =>
          patterns.flatMap(({ why, pattern }) =>
            [...stretch.matchAll(pattern)].map((match) => {
              const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
              return { start: offset + start, end: offset + end, why: why() };
            }),
          ),
        ),
      );
}

/** Returns the paragraphs that have one of these letters, neighbours together. No form goes on behind an empty line. */
function stretchesWith(letters: RegExp, text: string): { start: number; text: string }[] {
  const stretches: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf(PARAGRAPH_END, start);
    const end = next === -1 ? text.length : next + PARAGRAPH_END.length;
    const last = stretches.at(-1);
    if (letters.test(text.slice(start, end))) {
      if (last?.end === start) last.end = end;
      else stretches.push({ start, end });
    }
    start = end;
  }
  return stretches.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}
const PARAGRAPH_END = '\n\n';

/**
 * Writes a text in small letters, every sign where it was: capitals tell nothing of speech that a recogniser wrote
 * down.
 */
export function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  const same =
    small.length === text.length
      ? small
      : Array.from(text, (sign) =>
          sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
        ).join('');
  return same.replaceAll('ё', 'е').replaceAll('’', "'");
}
