import type { PublishedParagraph } from '../../../shared/redaction/render';
import { clock, cues } from './cues';

/**
 * SubRip subtitles; a speaker is named where a turn begins.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES`
 */
export function toSrt(paragraphs: readonly PublishedParagraph[]): string {
  return cues(paragraphs, true)
    .map(({ start, end, lines }, i) => {
      // SubRip has no escape; an arrow within the text would be read as times.
      const text = lines.join('\n').replaceAll('-->', '→');
      return `${i + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${text}\n`;
    })
    .join('\n');
}
