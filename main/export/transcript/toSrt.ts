import type { PublishedParagraph } from '../../../shared/plan/render';
import { clock, cues } from './cues';

/**
 * SubRip subtitles; a speaker is named where a turn begins. Headings are nothing that is said.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES`
 */
export function toSrt(paragraphs: readonly PublishedParagraph[]): string {
  return cues(paragraphs, true)
    .map(({ start, end, lines }, i) => {
      const text = withoutTags(lines.join('\n'));
      return `${i + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${text}\n`;
    })
    .join('\n');
}

/** SubRip has no escape: an arrow within the text would be read as times, and players swallow what looks like a tag. */
const withoutTags = (text: string): string =>
  text
    .replaceAll('-->', '→')
    .replace(/<(?=[/\p{L}])/gu, '‹')
    .replaceAll('{\\', '{ \\');
