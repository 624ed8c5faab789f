import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';

/**
 * Decides that speech without words is published as it is, for somebody who listened to it. Null when there is none.
 */
export function publishSpeech(document: ProjectDocument, spans: readonly Span[]): Command | null {
  if (spans.length === 0) return null;
  const { nextId } = document;
  return {
    label: 'Publish speech without words',
    steps: [
      { type: 'setNextId', nextId: nextId + spans.length },
      ...spans.map(({ from, to }, i) => ({
        type: 'putHeard' as const,
        list: 'wordless' as const,
        stretch: { id: `h${nextId + i}`, span: { from, to } },
      })),
    ],
  };
}
