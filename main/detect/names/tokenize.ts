import { fold } from '../../../shared/text/romanKey';
import { behind, CHARACTER, endOfRun, kindsAt } from '../lexicon/characterKinds';
import { isAbbreviation } from '../lexicon/isAbbreviation';
import { remembered } from '../lexicon/remembered';

/** One word of a text. `start` and `end` are UTF-16 offsets of the word without punctuation and possessive. */
export interface Token {
  text: string;
  folded: string;
  start: number;
  end: number;
  /** The text between the token before and this one, its possessive included. */
  gap: string;
  /** True if a sentence or a line of its own begins here. */
  opens: boolean;
  /** True if a capital here tells something: the token opens no sentence and stands in no headline. */
  telling: boolean;
  capital: boolean;
  /** True if it has two letters or more, all of them capitals. */
  upper: boolean;
}

const { letter, mark, number, format } = CHARACTER;
const APOSTROPHES = "'’ʼʻ`´";

/** Returns where a word ends that begins at an offset; an apostrophe within it belongs to it. */
function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark | number | format);
  while (end < text.length && APOSTROPHES.includes(text.charAt(end))) {
    const next = endOfRun(text, end + 1, letter | mark);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
/** The English possessive, and case endings that Turkish and its kin write behind an apostrophe. */
const ENDING = /['’](?:s|[dt][ae]n?|n[ıiuü]n|y[ae])$/iu;

/** Returns what depends on a word alone, with its possessive. */
const formOf = remembered((written) => {
  const text = written.replace(ENDING, '');
  return {
    text,
    folded: fold(text),
    capital: /^\p{Lu}/u.test(text),
    upper: /^\p{Lu}[\p{Lu}\p{M}'’]+$/u.test(text),
  };
});

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (let start = 0; start < text.length;) {
    if ((kindsAt(text, start) & (letter | number)) === 0) {
      start = behind(text, start);
      continue;
    }
    const next = endOfWord(text, start);
    const before = tokens.at(-1);
    const gap = text.slice(end, start);
    const { text: word, folded, capital, upper } = formOf(text.slice(start, next));
    end = start + word.length;
    const opens = !before || endsSentence(before, gap);
    tokens.push({ text: word, folded, start, end, gap, opens, telling: true, capital, upper });
    start = next;
  }
  markHeadlines(tokens);
  return tokens;
}

/** Marks the tokens that tell nothing by capitals: those that open a sentence, and Lines Written Like This. */
function markHeadlines(tokens: readonly Token[]): void {
  for (let first = 0; first < tokens.length;) {
    let end = first + 1;
    while (end < tokens.length && !tokens[end]?.gap.includes('\n')) end++;
    const line = tokens.slice(first, end);
    const long = line.filter(({ text }) => text.length > 3);
    const headline = long.length > 3 && long.every(({ capital }) => capital);
    for (const token of line) token.telling = !token.opens && !headline;
    first = end;
  }
}

function endsSentence(before: Token, gap: string): boolean {
  if (gap === ' ' || gap === '-' || gap === '–') return false;
  if (/[!?…。！？؟]|\n\s*\n|\n\s*[-–—•*]|["”»]\s*["“«]|[,:]\s*["“«]$|:\s*$/u.test(gap)) return true;
  const initial = before.text.length === 1 && before.capital;
  return gap.includes('.') && !isAbbreviation(before.text) && !initial;
}
