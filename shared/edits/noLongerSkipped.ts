import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';
import { spansWithin } from '../model/spansWithin';
import { mergeSpans } from '../plan/boundaries';
import { skippedPauses } from '../plan/skippedPauses';

/** A pause that was skipped and is heard now (seconds) is skipped no more, whether anything was said in it or not. */
export function noLongerSkipped(document: ProjectDocument, stretch: Span): SingleCommand[] {
  if (spansWithin(skippedPauses(document), stretch).length === 0) return [];
  return [
    { type: 'setHeardPauses', heard: mergeSpans([...(document.transcription?.heard ?? []), stretch], 0) },
  ];
}
