import type { PublishedParagraph } from '../../../shared/redaction/render';
import { tidyInfo, type TranscriptInfo } from './transcriptInfo';
import { turns } from './turns';

/** Plain text as testimonies are published: title line, introduction, then paragraphs between blank lines. */
export function toTxt(paragraphs: readonly PublishedParagraph[], info: TranscriptInfo): string {
  const { title, intro } = tidyInfo(info);
  const head = [title, ...intro].filter((line) => line !== '').join('\n');
  const body = turns(paragraphs).map(({ speaker, text }) =>
    speaker === null ? text : `${speaker}: ${text}`,
  );
  return [head, ...body].filter((block) => block !== '').join('\n\n') + '\n';
}
