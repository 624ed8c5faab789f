import { readInOneScript } from '../../text/confusables';
import { notDrawnOut } from '../../text/drawnOut';
import { decoded } from './decoded';
import { lettersInNumbers } from './lettersInNumbers';
import { signsAsLetters } from './signsAsLetters';

/** Another way to read the texts from one position up to and without another. */
export interface TextReading {
  from: number;
  end: number;
  /** Texts that stand there in that reading. */
  texts: string[];
}

/** Matches a text that is broken off with a hyphen, to go on in the next one. */
const BROKEN_OFF = /\p{L}\p{M}*[-‐‑\u00ad]$/u;
const GOES_ON = /^\p{L}/u;
/** Most texts that one tag of HTML is spread over. */
const LONGEST_TAG_TEXTS = 6;

/**
 * Returns other ways to read texts that follow one another: what is encoded, signs and letters that stand for others,
 * words that are broken with a hyphen or drawn out, tags with spaces in them.
 * @param known readings of single texts that were worked out before. A language has few words.
 */
export function readingsOf(texts: readonly string[], known: Map<string, readonly string[]>): TextReading[] {
  return texts.flatMap((text, from): TextReading[] => {
    let alone = known.get(text);
    if (!alone) known.set(text, (alone = readingsOfOne(text)));
    const one = alone.map((reading) => ({ from, end: from + 1, texts: textsOf(reading) }));
    const next = texts[from + 1] ?? '';
    const joined = BROKEN_OFF.test(text) && GOES_ON.test(next);
    return [
      ...one,
      ...(joined ? [{ from, end: from + 2, texts: [text.slice(0, -1) + next] }] : []),
      ...withoutLongTag(texts, from),
    ];
  });
}

/** Matches a word of one alphabet as nearly all are written, which nobody reads in another way. */
const PLAIN = /^["'(“«]*(?:[A-Z]?[a-z]+(?:'[a-z]+)?|[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+)[.,!?;:"')\]”»…-]*$/u;

function readingsOfOne(text: string): readonly string[] {
  const drawnOut = notDrawnOut(text);
  if (PLAIN.test(text)) return drawnOut;
  const found = new Set<string>(drawnOut);
  for (const plain of [text, ...decoded(text)])
    for (const reading of [
      plain,
      ...readInOneScript(plain),
      ...signsAsLetters(plain),
      ...lettersInNumbers(plain),
    ])
      found.add(reading);
  found.delete(text);
  return [...found];
}

/** Leaves out a tag that has spaces in it, and so is spread over several texts: `Tim<font` `color="red">ur</font>`. */
function withoutLongTag(texts: readonly string[], from: number): TextReading[] {
  if (!/<\/?\p{L}[^>]*$/u.test(texts[from] ?? '')) return [];
  const end = texts.findIndex((text, i) => i > from && text.includes('>')) + 1;
  if (end === 0 || end - from > LONGEST_TAG_TEXTS) return [];
  const plain = texts
    .slice(from, end)
    .join(' ')
    .replace(/<[^<>]*>/gu, '');
  return [{ from, end, texts: textsOf(plain) }];
}

const textsOf = (reading: string): string[] => reading.split(/\s+/u).filter((text) => text !== '');
