import type { PublishedParagraph } from '../../../shared/plan/render';
import { directionOf, type Direction } from '../../../shared/text/directionOf';
import { gapBefore, joinWords } from '../../../shared/text/joinWords';
import { timeCode } from './timeCode';
import type { TranscriptInfo } from './transcriptInfo';

/** A paragraph as it is read: `speaker` is named where the turn begins and null where it goes on. */
export interface Turn {
  /** Headings that stand before it. */
  headings: readonly string[];
  /** `[00:02:14]`, where time codes were asked for and the time is known; otherwise null. */
  timeCode: string | null;
  speaker: string | null;
  text: string;
  /** Published words and markers in order, each with the gap before it. */
  runs: { gap: '' | ' '; text: string; marker: boolean }[];
  /** Direction of its published words alone; null where there are none, or they have no letters. */
  direction: Direction | null;
}

/** Joins the words of paragraphs, and names each speaker once a turn. */
export function turns(
  paragraphs: readonly PublishedParagraph[],
  { timeCodes }: Pick<TranscriptInfo, 'timeCodes'>,
): Turn[] {
  return paragraphs.map((paragraph) => {
    const { headings = [], speaker, continues, tokens } = paragraph;
    const runs: Turn['runs'] = [];
    for (const token of tokens) {
      const last = runs.at(-1);
      const gap = gapBefore(token);
      if (last && !token.marker && !last.marker) last.text += gap + token.text;
      else runs.push({ gap: last ? gap : '', text: token.text, marker: token.marker });
    }
    return {
      headings,
      timeCode: timeCodes === 'paragraph' ? timeCode(paragraph) : null,
      speaker: continues ? null : speaker,
      text: joinWords(tokens),
      runs,
      direction: directionOf(joinWords(tokens.filter(({ marker }) => !marker))),
    };
  });
}
