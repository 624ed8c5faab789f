import type { Mark } from '../model/mark';
import { applyCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { cutWords } from './cutWords';
import { findSpaceless, hasSpaceless } from '../text/findSpaceless';
import { makeMarks, type MadeByHand, type Spans } from './makeMarks';
import { splitWord } from '../model/marker';
import type { Word } from '../model/word';
import { isBehindKoreanName, isHangul } from '../leaks/shapes/koreanForms';
import { foldPhrase } from '../text/matching';

/**
 * Marks as `makeMarks` does, and cuts words first so that no more is withheld than the name. In a script without spaces
 * a name may be a part of a word, and in Korean particles may stand behind it.
 * @throws {AppError} as `makeMarks`.
 */
export function markNames(
  document: ProjectDocument,
  marks: readonly Mark[],
  spans?: Spans,
  isWord?: (folded: string) => boolean,
): MadeByHand {
  const cuts = new Map<number, Set<number>>();
  const cut = (word: number, at: number) => cuts.set(word, (cuts.get(word) ?? new Set<number>()).add(at));
  for (const mark of marks) {
    if (!('text' in mark)) continue;
    for (const { word, at } of koreanEnds(document.words, mark.text)) cut(word, at);
    if (!hasSpaceless(mark.text)) continue;
    for (const { first, last, from, to } of findSpaceless(document.words, mark.text)) {
      // Signs at the edge of a word stay with what they stand at.
      if (from > splitWord(document.words[first]?.text ?? '').lead.length) cut(first, from);
      const { lead, core } = splitWord(document.words[last]?.text ?? '');
      if (to < lead.length + core.length) cut(last, to);
    }
  }
  const steps = cutWords(document, cuts);
  if (steps.length === 0) return makeMarks(document, marks, spans, isWord);
  const made = makeMarks(applyCommand(document, { label: 'Cut', steps }).document, marks, spans, isWord);
  if (!made.command) return made;
  return { ...made, command: { ...made.command, steps: [...steps, ...made.command.steps] } };
}

/** Finds where a Korean name ends within words, since particles or a title stand behind it without a space. */
function koreanEnds(words: readonly Word[], text: string): { word: number; at: number }[] {
  const name = foldPhrase(text);
  const last = name.at(-1) ?? '';
  if (last.length < 2 || !name.every(isHangul)) return [];
  return words.flatMap((word, i) => {
    const { lead, core } = splitWord(word.text);
    const form = [last, last.normalize('NFD')].find((one) => core.startsWith(one) && core !== one);
    const rest = form === undefined ? '' : core.slice(form.length).normalize('NFC');
    const isWhole = name
      .slice(0, -1)
      .every((part, k) => foldPhrase(words[i - name.length + 1 + k]?.text ?? '').join('') === part);
    return form !== undefined && isWhole && isBehindKoreanName(rest)
      ? [{ word: i, at: lead.length + form.length }]
      : [];
  });
}
