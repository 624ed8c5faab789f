import { createHash } from 'node:crypto';
import type { PublishedParagraph } from '../../shared/plan/render';

/** Returns the SHA-256 of a transcript as it is published, whatever the format. */
export const transcriptDigest = (paragraphs: readonly PublishedParagraph[]): string =>
  createHash('sha256').update(JSON.stringify(paragraphs)).digest('hex');
