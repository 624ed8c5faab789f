import type { PublishedParagraph } from '../../../shared/plan/render';
import { clock, cues } from './cues';

/**
 * Makes SubRip subtitles. A speaker is named where a turn begins. Headings are left out, since nobody says them.
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

/**
 * Replaces what players would misread, since SubRip has no escape. They read an arrow within the text as times, and
 * swallow what looks like a tag.
 */
const withoutTags = (text: string): string =>
  text
    .replaceAll('-->', '→')
    .replace(/<(?=[/\p{L}])/gu, '‹')
    .replaceAll('{\\', '{ \\');
