import type { Labelled } from './readConll';

/** Ways in which the same sentences come: as written, in small letters, and as recognisers write without signs. */
export const VARIANTS = ['written', 'small', 'spoken'] as const;
export type Variant = (typeof VARIANTS)[number];

const IS_WORD = /[\p{L}\p{N}]/u;
const opening = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function asVariant(sentence: readonly Labelled[], variant: Variant): Labelled[] {
  switch (variant) {
    case 'written':
      return [...sentence];
    case 'small':
      return sentence.map((word) => ({ ...word, text: word.text.toLowerCase() }));
    case 'spoken':
      return sentence
        .filter(({ text }) => IS_WORD.test(text))
        .map((word, i) => {
          const small = word.text.toLowerCase();
          return { ...word, text: i === 0 ? opening(small) : small };
        });
  }
}

/** Turns a sentence into a headline: all in capitals, or each word with one. */
export const asHeadline = (sentence: readonly Labelled[], loud: boolean): Labelled[] =>
  sentence.map((word) => ({ ...word, text: loud ? word.text.toUpperCase() : opening(word.text) }));
