import type { TextFormat } from '../../../shared/model/formats';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { toDocx } from './toDocx';
import { toHtml } from './toHtml';
import { toJson } from './toJson';
import { toSrt } from './toSrt';
import { toTxt } from './toTxt';
import { toVtt } from './toVtt';
import type { TranscriptInfo } from './transcriptInfo';

type Writer = (
  paragraphs: readonly PublishedParagraph[],
  info: TranscriptInfo,
) => string | Promise<Uint8Array>;

const WRITERS: Record<TextFormat, Writer> = {
  txt: toTxt,
  docx: toDocx,
  html: toHtml,
  srt: toSrt,
  vtt: toVtt,
  json: toJson,
};

/**
 * Makes the bytes of a published transcript. They depend on published tokens and on `info` alone. Text is UTF-8 without
 * a byte order mark, with LF line ends.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES` for subtitles of a transcript without times.
 */
export async function writeTranscript(
  format: TextFormat,
  paragraphs: readonly PublishedParagraph[],
  info: TranscriptInfo,
): Promise<Uint8Array> {
  const written = await WRITERS[format](paragraphs, info);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}
