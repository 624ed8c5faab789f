import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';
import { spansWithin } from '../model/spansWithin';
import { mergeSpans } from '../plan/boundaries';
import { skippedPauses } from '../plan/skippedPauses';

/**
 * Notes that a stretch (seconds) is heard now: a pause in it is no longer skipped, whether anything was said there or
 * not.
 */
export function noLongerSkipped(document: ProjectDocument, stretch: Span): SingleCommand[] {
  if (spansWithin(skippedPauses(document), stretch).length === 0) return [];
  return [
    { type: 'setHeardPauses', heard: mergeSpans([...(document.transcription?.heard ?? []), stretch], 0) },
  ];
}
