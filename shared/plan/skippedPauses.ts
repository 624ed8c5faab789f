import type { ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';
import { spansWithout } from './spansWithout';

/** Least seconds of a pause: shorter ones are only left over when the rest of a pause was transcribed. */
const SHORTEST_SECONDS = 0.3;

/**
 * Returns the pauses (seconds, in order) that the recogniser was not given, since nobody seems to speak in them, and
 * that nobody has had transcribed since. A transcription by an earlier version tells only what lies between its
 * windows.
 */
export function skippedPauses({
  transcription,
  media,
}: Pick<ProjectDocument, 'transcription' | 'media'>): Span[] {
  if (!transcription || !media) return [];
  const { windows, skipped, heard = [] } = transcription;
  const all = skipped ?? spansWithout([{ from: 0, to: media.duration }], windows);
  return spansWithout(all, heard).filter(({ from, to }) => to - from >= SHORTEST_SECONDS);
}
