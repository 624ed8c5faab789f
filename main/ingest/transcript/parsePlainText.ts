import type { RawTranscript } from './rawWord';
import { speakerTurns } from './speakerTurns';

/** Plain text: paragraphs between blank lines, no times; `NAME: text` lines are turns where that is consistent. */
export function parsePlainText(text: string): RawTranscript {
  const paragraphs = text.split(/\n[^\S\n]*\n/u).map((paragraph) => paragraph.trim());
  // Turns may stand line by line within a paragraph.
  const blocks = paragraphs.flatMap((paragraph) => paragraph.split(/\n(?=\p{Lu}[^\n:]{0,60}:\s)/u));
  return {
    language: 'und',
    words: speakerTurns(blocks.filter((block) => block !== '')).flatMap(({ speaker, text: said }) =>
      said
        .split(/\s+/u)
        .filter((word) => word !== '')
        .map((word, i) => ({
          text: word,
          start: null,
          end: null,
          speaker,
          ...(i === 0 && { paragraph: true as const }),
        })),
    ),
  };
}
