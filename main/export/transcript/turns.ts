import type { PublishedParagraph } from '../../../shared/redaction/render';

/** A paragraph as it is read: `speaker` is named where the turn begins and null where it goes on. */
export interface Turn {
  speaker: string | null;
  text: string;
  /** Alternating published words and markers, in order, to be joined by spaces. */
  runs: { text: string; marker: boolean }[];
}

/** The paragraphs with their words joined, each speaker named once a turn. */
export function turns(paragraphs: readonly PublishedParagraph[]): Turn[] {
  return paragraphs.map(({ speaker, continues, tokens }) => {
    const runs: Turn['runs'] = [];
    for (const { text, marker } of tokens) {
      const last = runs.at(-1);
      if (last && !marker && !last.marker) last.text += ` ${text}`;
      else runs.push({ text, marker });
    }
    return {
      speaker: continues ? null : speaker,
      text: runs.map((run) => run.text).join(' '),
      runs,
    };
  });
}
