import type { ProjectDocument } from '../document/document';

/** Seconds up to which words are there: of a transcription that was stopped, what is said behind has its words to come. */
export function transcribedUpTo({
  transcription,
  media,
}: Pick<ProjectDocument, 'transcription' | 'media'>): number {
  const next = transcription?.windows[transcription.finished];
  return next?.from ?? media?.duration ?? Infinity;
}
