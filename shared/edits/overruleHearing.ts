import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';

/**
 * Notes that a person listened to a place (seconds) and heard nothing withheld there, whatever the recogniser hears.
 * With `overruled` false it takes back all that was noted of places that overlap it.
 * @returns null when nothing changes.
 */
export function overruleHearing(document: ProjectDocument, span: Span, overruled = true): Command | null {
  if (overruled) {
    const isKnown = document.overruled.some(
      ({ span: known }) => known.from <= span.from && known.to >= span.to,
    );
    if (isKnown) return null;
    return {
      label: 'Overrule the recogniser',
      steps: [
        { type: 'setNextId', nextId: document.nextId + 1 },
        { type: 'putHeard', list: 'overruled', stretch: { id: `o${document.nextId}`, span } },
      ],
    };
  }
  const gone = document.overruled.filter(({ span: known }) => known.from < span.to && span.from < known.to);
  if (gone.length === 0) return null;
  return {
    label: 'Believe the recogniser again',
    steps: gone.map(({ id }) => ({ type: 'removeHeard', list: 'overruled', id })),
  };
}
