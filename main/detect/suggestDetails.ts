import type { Suggestion } from '../../shared/model/suggestion';
import { findDetails, type Detail } from './details/findDetails';
import { ENGLISH } from './details/cues/english';
import { KAZAKH } from './details/cues/kazakh';
import { RUSSIAN } from './details/cues/russian';
import { anyOf, inSmallLetters } from './details/finder';

/** Score of every detail. It is no probability: nobody can say how many of many dates a person wants to withhold. */
const DETAIL_SCORE = 0.5;

/**
 * Suggests details: parts of a text that may identify someone together with other things, and are no names (see
 * `DETAIL_KINDS`). Their type is `other`, since a person who withholds one says what it is.
 *
 * A name is never part of a detail: whoever counts names, groups them or accepts them all has to find it as a name, and
 * once it is withheld the same words must not be asked about again. So a detail is its longest rest beside the names in
 * it, in whole words. It is left out where that says nothing by itself ("worked at").
 * @param names suggestions of names and numbers in the same text.
 */
export function suggestDetails(text: string, names: readonly Suggestion[]): Suggestion[] {
  const taken = names.map(({ start, end }) => wholeWords(text, start, end)).sort((a, b) => a.start - b.start);
  let first = 0;
  return findDetails(text).flatMap((detail) => {
    while ((taken[first]?.end ?? Infinity) <= detail.start) first++;
    const rest = longestRest(text, detail, taken, first);
    if (!rest) return [];
    const { start, end } = rest;
    const { kind, why } = detail;
    return [
      { type: 'other', text: text.slice(start, end), start, end, score: DETAIL_SCORE, why, detail: kind },
    ];
  });
}

interface Part {
  start: number;
  end: number;
}

/** Widens a part to whole words: a suggestion is made of words, so a word that is partly a name is one. */
function wholeWords(text: string, start: number, end: number): Part {
  while (start > 0 && !/\s/u.test(text[start - 1] ?? ' ')) start--;
  while (end < text.length && !/\s/u.test(text[end] ?? ' ')) end++;
  return { start, end };
}

function longestRest(text: string, detail: Detail, taken: readonly Part[], first: number): Part | null {
  const rests: Part[] = [];
  let { start } = detail;
  for (let i = first; i < taken.length && (taken[i]?.start ?? Infinity) < detail.end; i++) {
    const name = taken[i];
    if (!name || name.end <= start) continue;
    rests.push({ start, end: name.start });
    start = name.end;
  }
  if (start === detail.start) return detail;
  rests.push({ start, end: detail.end });
  // Where figures tell something, the words around them alone do not: "case number".
  const hasFigure = ({ start: from, end }: Part) => /\d/u.test(text.slice(from, end));
  const telling = rests
    .map((rest) => trimmed(text, rest))
    .filter((rest) => rest.end > rest.start && (hasFigure(rest) || !hasFigure(detail)));
  return telling.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}

/** Words that say nothing of somebody by themselves. */
const LITTLE = new RegExp(
  `^${anyOf(
    [
      ...[ENGLISH, RUSSIAN].flatMap((of) => [
        of.little,
        of.doingWork,
        of.colour,
        of.aside,
        of.kin,
        of.possessive,
      ]),
      ...[KAZAKH.little, KAZAKH.colour, KAZAKH.kin],
    ].join(' '),
  )}$`,
  'u',
);
const WORD = /[^\s«»"“”„]+/gu;

/** Returns the part without little words and signs at its edges; empty if it has no others. */
function trimmed(text: string, { start, end }: Part): Part {
  const words = [...inSmallLetters(text.slice(start, end)).matchAll(WORD)].filter(([word]) =>
    /[\p{L}\p{N}]/u.test(word),
  );
  const isTelling = ([word]: RegExpMatchArray) => !LITTLE.test(word.replace(/[,.;:!?…]+$/u, ''));
  const first = words.find(isTelling);
  const last = words.findLast(isTelling);
  if (!first || !last) return { start, end: start };
  return { start: start + first.index, end: start + last.index + last[0].replace(/[,.;:!?…]+$/u, '').length };
}
