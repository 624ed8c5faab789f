import type { PublishedParagraph } from '../../../shared/plan/render';
import { tidyInfo, type TranscriptInfo } from './transcriptInfo';
import { turns } from './turns';

/** The sign before a heading, which would read as something that was said without it. */
const HEADING = '## ';

/**
 * Makes plain text as testimonies are published: title, introduction, headings and paragraphs, with a blank line
 * between.
 */
export function toTxt(paragraphs: readonly PublishedParagraph[], info: TranscriptInfo): string {
  const { title, intro } = tidyInfo(info);
  const body = turns(paragraphs, info).flatMap(({ headings, timeCode, speaker, text }) => [
    ...headings.map((heading) => HEADING + heading),
    [timeCode, speaker === null ? null : `${speaker}:`, text].filter((part) => part !== null).join(' '),
  ]);
  return [title, intro.join('\n'), ...body].filter((block) => block !== '').join('\n\n') + '\n';
}
