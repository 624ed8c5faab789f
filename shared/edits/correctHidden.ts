import { applyCommand, type Command, type SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { buildPlan, type PlannedRun } from '../plan/RedactionPlan';
import { isBlank } from '../model/isBlank';
import { joinWords } from '../text/joinWords';
import { beginsLine } from '../text/lines';
import { splitWords } from '../text/splitWords';
import { writable } from '../text/writable';
import { correctWords, type WrittenWord } from './correctWords';

/**
 * Returns the run of withheld words that holds a mark's, which is all that one bar stands for; undefined when the mark
 * has no words.
 */
export const hiddenRun = (document: ProjectDocument, mentionId: string): PlannedRun | undefined =>
  buildPlan(document).runs.find(
    ({ first, last, mentionIds }) => first <= last && mentionIds.includes(mentionId),
  );

/** Returns the words of a run as they are read, one line for each line of the transcript. */
export function hiddenText({ words }: ProjectDocument, { first, last }: PlannedRun): string {
  const lines: string[] = [];
  let begin = first;
  for (let at = first + 1; at <= last + 1; at++) {
    const word = words[at];
    if (at <= last && word && !beginsLine(word, words[at - 1])) continue;
    lines.push(joinWords(words.slice(begin, at)));
    begin = at;
  }
  return lines.join('\n');
}

/**
 * Corrects what is under a bar. All of it stays withheld, whatever it reads, and its spans never shrink. If there is a
 * recording, its marks are to be heard again, since the words were taken for others.
 * @returns null when nothing changes, the mark has no words, or the text has none.
 */
export function correctHidden(document: ProjectDocument, mentionId: string, text: string): Command | null {
  const run = hiddenRun(document, mentionId);
  if (!run) return null;
  const { first, last, mentionIds } = run;
  const old = document.words[first];
  const written = writable(text)
    .split('\n')
    .flatMap((line, i) =>
      line
        .split(/\s+/u)
        .filter((chunk) => !isBlank(chunk))
        .flatMap((chunk, k) =>
          splitWords(chunk).map(({ text: piece, glued }, n): WrittenWord => ({
            text: piece,
            begins: i > 0 && k + n === 0,
            ...(glued && { glued: true as const }),
          })),
        ),
    );
  const [begin, ...rest] = written;
  if (!begin) return null;
  const kept = {
    text: begin.text,
    begins: old?.paragraph === true,
    ...(old?.glued && { glued: true as const }),
  };
  const corrected = correctWords(document, first, last - first + 1, [kept, ...rest]);
  if (!corrected) return null;
  const { mentions, media, words } = applyCommand(document, corrected).document;
  const ids = words.slice(first, first + written.length).map(({ id }) => id);
  const marked = mentions.filter(({ id }) => mentionIds.includes(id));
  const known = new Set(marked.flatMap(({ wordIds }) => wordIds));
  // Words that were put in front of the marked ones, or behind them, are under the bar too.
  const added = ids.filter((id) => !known.has(id));
  const steps = marked.flatMap((mention): SingleCommand[] => {
    const more = mention.id === mentionId ? added : [];
    const isHeard = media !== null && (!mention.drawn || more.length > 0);
    if (more.length === 0 && !isHeard) return [];
    const own = new Set([...mention.wordIds, ...more]);
    const others = mention.wordIds.filter((id) => !ids.includes(id));
    const wordIds = [...others, ...ids.filter((id) => own.has(id))];
    return [
      { type: 'putMention', mention: { ...mention, wordIds, ...(isHeard && { rough: true as const }) } },
    ];
  });
  return { label: 'Correct hidden words', steps: [...corrected.steps, ...steps] };
}
