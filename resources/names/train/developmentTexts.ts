import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABELS } from '../../../main/detect/tagger/CrfWeights';
import { markedTexts, unmark, type Mention as MarkedMention } from '../../../tests/support/markedText';
import { readConll, type Labelled } from './readConll';
import { asVariant, type Variant } from './variants';

export interface Mention {
  type: (typeof LABELS)[number];
  /** Offsets in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

/** A document as a text that a person might have written, with the names in it. */
export interface DevelopmentText {
  file: string;
  language: string;
  /** True for every other document, which is kept aside: nothing is chosen by it. */
  aside: boolean;
  text: string;
  mentions: Mention[];
}

const NO_SPACE_BEFORE = /^(?:[.,:;!?…)\]}»”%]|['’](?:s|m|re|ve|ll|d)|n['’]t)$/iu;
const NO_SPACE_BEHIND = /^[([{«“$£€#@]$/u;
const WORDS_OF_A_DOCUMENT = 1500;

export function developmentTexts(folder: string, variant: Variant): DevelopmentText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.dev.conll'))
    .sort()
    .flatMap((file) => {
      const documents = readConll(join(folder, file)).flatMap(inParts);
      return documents.map((sentences, i) => ({
        file: file.replace('.dev.conll', ''),
        language: file.slice(0, 2),
        aside: i % 2 === 1,
        ...textOf(sentences.map((sentence) => asVariant(sentence, variant))),
      }));
    });
}

/**
 * Returns sentences that were made for languages without a trained model; people in them are invented. The even
 * sentences of each language are one text, by which lists are chosen. The odd ones are another, which is only measured.
 */
export function otherTexts(): (DevelopmentText & { variant: Variant })[] {
  return readdirSync(join('tests', 'fixtures', 'texts', 'otherLanguages'))
    .sort()
    .flatMap((file) => {
      const language = file.replace('.txt', '');
      const lines = readFileSync(join('tests', 'fixtures', 'texts', 'otherLanguages', file), 'utf8')
        .trim()
        .split('\n');
      return [false, true].map((aside) => ({
        file: `own-${language}`,
        language,
        aside,
        variant: 'written' as const,
        ...unmarked(lines.filter((_, i) => (i % 2 === 1) === aside).join('\n')),
      }));
    });
}

/**
 * Reads the texts of this project, in which people are invented. Choices were made by `seen`, and never are by
 * `unseen`.
 */
export function ownTexts(variant: Variant): DevelopmentText[] {
  return ['seen', 'unseen'].flatMap((folder) =>
    variant === 'spoken'
      ? []
      : markedTexts(folder).map(({ text, mentions }) => ({
          file: `own-${folder}`,
          language: 'en',
          aside: folder === 'unseen',
          text: variant === 'small' ? text.toLowerCase() : text,
          mentions: namesAmong(mentions),
        })),
  );
}

/** Cuts a document into pieces of the length of an article, for files without documents. */
function inParts(document: Labelled[][]): Labelled[][][] {
  const parts: Labelled[][][] = [];
  let words = Infinity;
  for (const sentence of document) {
    if (words > WORDS_OF_A_DOCUMENT) {
      parts.push([]);
      words = 0;
    }
    parts.at(-1)?.push(sentence);
    words += sentence.length;
  }
  return parts;
}

function textOf(sentences: readonly Labelled[][]): { text: string; mentions: Mention[] } {
  let text = '';
  const mentions: Mention[] = [];
  for (const sentence of sentences) {
    let before: Labelled | undefined;
    for (const word of sentence) {
      const tight = !before || NO_SPACE_BEFORE.test(word.text) || NO_SPACE_BEHIND.test(before.text);
      if (!tight) text += ' ';
      const start = text.length;
      text += word.text;
      const open = mentions.at(-1);
      if (word.label > 0) {
        const continued = open !== undefined && before?.label === word.label && !word.begins;
        if (open && continued) open.end = text.length;
        else mentions.push({ type: LABELS[word.label] ?? 'other', start, end: text.length });
      }
      before = word;
    }
    text += '\n';
  }
  return { text, mentions };
}

const unmarked = (marked: string): Pick<DevelopmentText, 'text' | 'mentions'> => {
  const { text, mentions } = unmark(marked);
  return { text, mentions: namesAmong(mentions) };
};

const namesAmong = (mentions: readonly MarkedMention[]): Mention[] =>
  mentions.flatMap(({ type, start, end }) => {
    const label = LABELS.find((one) => one === type);
    return label ? [{ type: label, start, end }] : [];
  });
