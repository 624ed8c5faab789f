import type { ProjectDocument } from '../document/document';

/**
 * Returns the seconds up to which words are there. When a transcription was stopped, the words behind are still to
 * come.
 */
export function transcribedUpTo({
  transcription,
  media,
}: Pick<ProjectDocument, 'transcription' | 'media'>): number {
  const next = transcription?.windows[transcription.finished];
  return next?.from ?? media?.duration ?? Infinity;
}
