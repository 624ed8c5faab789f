import type { Span } from '../../../shared/model/entity';
import type { Word } from '../../../shared/model/word';
import { movedTo } from '../../../shared/edits/movedTo';
import { markParagraphs } from '../../../shared/text/markParagraphs';
import { isGlued } from '../../../shared/text/splitWords';
import type { NativeResult } from '../native/nativeEvents';
import { flagLoops } from './flagLoops';
import { isSaid } from './isSaid';
import { spokenWords } from './spokenWords';

export interface WriteOptions {
  /** Parts of the recording (seconds) that were sent, in order. */
  parts: readonly Span[];
  /** The language that is spoken in it. */
  language: string;
  /** True when each word keeps its language: several are spoken, or this one is not the interview's. */
  keepLanguage: boolean;
  /** The words before these. */
  before: readonly Word[];
  /** Stretches in which somebody speaks; null when that is not known. */
  speech: readonly Span[] | null;
  /** Tells whether somebody speaks at the time of a word, when `speech` is null. */
  isSound: (word: { start: number; end: number }) => boolean;
  /** Returns the id of the word at a position. */
  id: (i: number) => string;
}

/** Makes the words of a transcript from what was heard in a window: placed, flagged, in lines. */
export function writeWords(heard: NativeResult, options: WriteOptions): Word[] {
  const { parts, language, keepLanguage, before, speech, isSound, id } = options;
  const spoken = spokenWords(heard, language, parts);
  const loops = flagLoops(spoken.map(({ text }) => text));
  const paragraphs = markParagraphs(spoken, lastParagraph(before), speech);
  const earliest = before.at(-1)?.start ?? 0;
  return spoken.map(({ text, start, end, confidence, ...more }, i): Word => {
    const flags: NonNullable<Word['flags']> = [];
    if (loops[i]) flags.push('loop');
    if (!(speech ? isSaid(speech, { start, end }) : isSound({ start, end }))) flags.push('silence');
    const last = i === 0 ? before.at(-1) : undefined;
    // A line is in one language.
    const begins =
      paragraphs[i] === true || (keepLanguage && last !== undefined && last.language !== language);
    const glued = (more.glued ?? (last !== undefined && isGlued(last.text, text))) && !begins;
    const word = {
      id: id(i),
      text,
      start,
      end,
      ...(keepLanguage && { language }),
      confidence,
      ...(flags.length > 0 && { flags }),
      ...(glued && { glued }),
      ...(begins && { paragraph: true as const }),
    };
    // Somebody may have moved the previous word past this one; in a transcript no word begins before the previous one.
    return start < earliest ? movedTo(earliest, word) : word;
  });
}

function lastParagraph(words: readonly Word[]): { text: string; start: number; end: number }[] {
  const first = words.findLastIndex((word) => word.paragraph === true);
  return words
    .slice(Math.max(0, first))
    .map(({ text, start, end }) => ({ text, start: start ?? 0, end: end ?? 0 }));
}
