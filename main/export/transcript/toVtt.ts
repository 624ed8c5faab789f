import type { PublishedParagraph } from '../../../shared/plan/render';
import { clock, cues } from './cues';

/**
 * Makes WebVTT subtitles. Speakers are voice spans. Headings are left out, since nobody says them.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES`
 */
export function toVtt(paragraphs: readonly PublishedParagraph[]): string {
  const blocks = cues(paragraphs, false).map(({ start, end, speaker, lines }) => {
    const voice = speaker === null ? '' : `<v ${escapeVtt(speaker)}>`;
    return `${clock(start, '.')} --> ${clock(end, '.')}\n${voice}${escapeVtt(lines.join('\n'))}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeVtt = (text: string) => text.replace(/[&<>]/gu, (c) => ENTITIES[c] ?? c);
