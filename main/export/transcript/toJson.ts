import type { PublishedParagraph } from '../../../shared/plan/render';
import { tidyInfo, type TranscriptInfo } from './transcriptInfo';

/** The published transcript for programs. Times are seconds, null in a transcript without times. */
export interface PublishedTranscript {
  title: string;
  introduction?: string;
  language: string;
  paragraphs: {
    /** Headings that stand before it, where there are any. */
    headings?: string[];
    speaker: string | null;
    /**
     * `marker` is there, and true, where something is withheld. `glued` is there where no space stands before the
     * token, in scripts that have none between words.
     */
    tokens: { text: string; marker?: true; glued?: true; start: number | null; end: number | null }[];
  }[];
}

/** Writes a `PublishedTranscript` as JSON. It has no ids and no counts: those would depend on what is withheld. */
export function toJson(paragraphs: readonly PublishedParagraph[], info: TranscriptInfo): string {
  const { title, intro, language } = tidyInfo(info);
  const published: PublishedTranscript = {
    title,
    ...(intro.length > 0 && { introduction: intro.join('\n') }),
    language,
    paragraphs: paragraphs.map(({ headings, speaker, unattributed, tokens }) => ({
      ...(headings && { headings }),
      speaker: unattributed ? null : speaker,
      tokens: tokens.map(({ text, marker, glued, start, end }) => ({
        text,
        ...(marker && { marker }),
        ...(glued && { glued }),
        start: toMilliseconds(start),
        end: toMilliseconds(end),
      })),
    })),
  };
  return JSON.stringify(published, null, 1) + '\n';
}

/** Rounds seconds to three decimals: more digits would be noise, and a fingerprint of the recogniser. */
const toMilliseconds = (seconds: number | null) =>
  seconds === null ? null : Math.round(seconds * 1000) / 1000;
