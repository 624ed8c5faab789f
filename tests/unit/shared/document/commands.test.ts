import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, commandSchema, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { linesOf } from '../../../../shared/text/lines';
import { brokenInvariants } from '../../../../shared/document/invariants';
import type { ValueOf } from '../../../support/withheldPair';

const start: ProjectDocument = {
  ...emptyDocument(),
  words: Array.from({ length: 6 }, (_, i) => ({ id: `w${i}`, text: 'word', start: i, end: i + 1 })),
  entities: ['e0', 'e1', 'e2'].map((id) => ({
    id,
    type: 'person',
    name: id,
    aliases: [],
    decision: 'withhold',
  })),
  transcription: {
    settings: { model: { name: 'm', sha256: '0'.repeat(64) }, language: 'en', beam: 1, prompt: '' },
    windows: [0, 1, 2].map((i) => ({ from: i * 10, to: i * 10 + 10 })),
    finished: 0,
  },
};

/** An act of a person, which is turned into a command that fits the document at that moment. */
const action = fc.record({
  kind: fc.constantFrom(
    'putEntity',
    'putMention',
    'removeMention',
    'removeEntity',
    'putCover',
    'removeCover',
    'putChapter',
    'removeChapter',
    'replaceWords',
    'addWindow',
    'transcript',
    'export',
    'id',
  ),
  number: fc.nat(5),
  decision: fc.constantFrom('withhold' as const, 'keep' as const, 'undecided' as const),
});

function commandFor(
  document: ProjectDocument,
  { kind, number, decision }: ValueOf<typeof action>,
): Command | null {
  const step = ((): Command['steps'] => {
    const entity = document.entities[number % Math.max(1, document.entities.length)];
    const mention = document.mentions[number % Math.max(1, document.mentions.length)];
    switch (kind) {
      case 'putEntity':
        return [
          {
            type: 'putEntity',
            entity: { id: `e${number}`, type: 'place', name: 'x', aliases: [], decision },
          },
        ];
      case 'putMention': {
        if (!entity) return [];
        const span = { from: number, to: number + 1 };
        return [
          {
            type: 'putMention',
            mention: { id: `m${number}`, entityId: entity.id, wordIds: [`w${number}`], span, drawn: false },
          },
        ];
      }
      case 'removeMention':
        return mention ? [{ type: 'removeMention', id: mention.id }] : [];
      case 'removeEntity': {
        if (!entity) return [];
        const own = document.mentions.filter(({ entityId }) => entityId === entity.id);
        return [
          ...own.map(({ id }) => ({ type: 'removeMention' as const, id })),
          { type: 'removeEntity', id: entity.id },
        ];
      }
      case 'putCover':
        return [
          {
            type: 'putCover',
            cover: {
              id: `c${number}`,
              keys: [{ at: number, x: 0, y: 0, width: 1, height: 1 }],
              to: number + 1,
            },
          },
        ];
      case 'removeCover': {
        const cover = document.covers[number % Math.max(1, document.covers.length)];
        return cover ? [{ type: 'removeCover', id: cover.id }] : [];
      }
      case 'putChapter': {
        const line = linesOf(document.words)[number];
        const word = line && document.words[line.first];
        return word
          ? [{ type: 'putChapter', chapter: { id: `h${number % 3}`, wordId: word.id, text: 'How it was' } }]
          : [];
      }
      case 'removeChapter': {
        const chapter = document.chapters[number % Math.max(1, document.chapters.length)];
        return chapter ? [{ type: 'removeChapter', id: chapter.id }] : [];
      }
      case 'replaceWords': {
        // Withheld words are left alone here, since the makers of commands take care of them.
        const held = new Set(document.mentions.flatMap(({ wordIds }) => wordIds));
        const at = document.words.findIndex(({ id }, i) => i >= number && !held.has(id));
        const old = document.words[at];
        if (!old) return [];
        const word = { ...old, id: `r${document.words.length}${old.id}`, paragraph: true as const };
        return [{ type: 'replaceWords', at, remove: 1, words: decision === 'keep' ? [] : [word] }];
      }
      case 'addWindow': {
        const { transcription } = document;
        if (!transcription || transcription.finished === transcription.windows.length) return [];
        const at = 100 + transcription.finished;
        return [
          {
            type: 'addWindow',
            language: 'kk',
            words: [{ id: `v${at}`, text: 'next', start: at, end: at + 1 }],
          },
        ];
      }
      case 'transcript':
        return [
          {
            type: 'setTranscript',
            language: 'ru',
            words: document.words.slice(0, 6),
            speakers: [],
            transcription: null,
          },
        ];
      case 'export':
        return [
          {
            type: 'addExport',
            record: { at: 'now', blur: 'noise', spans: [], transcript: 'a'.repeat(64), files: [] },
          },
        ];
      default:
        return [{ type: 'setNextId', nextId: number + 2 }];
    }
  })();
  return step.length === 0 ? null : { label: 'Test', steps: step };
}

describe('applyCommand', () => {
  it('keeps the invariants, and its inverses lead back to the document that was', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        let document = start;
        const back: { before: ProjectDocument; inverse: Command }[] = [];
        for (const wanted of actions) {
          const command = commandFor(document, wanted);
          if (!command) continue;
          const result = applyCommand(document, commandSchema.parse(command));
          expect(brokenInvariants(result.document)).toEqual([]);
          back.push({ before: document, inverse: commandSchema.parse(result.inverse) });
          document = result.document;
        }
        const { nextId } = document;
        for (const { before, inverse } of back.toReversed()) {
          const undone = applyCommand(document, inverse);
          // Redo leads forward again. Only ids are never taken back.
          expect(applyCommand(undone.document, undone.inverse).document).toEqual(document);
          document = undone.document;
          expect(document).toEqual({ ...before, nextId });
        }
      }),
    );
  });

  it('leaves the document it was given alone', () => {
    const before = JSON.stringify(start);
    applyCommand(start, { label: 'Test', steps: [{ type: 'removeEntity', id: 'e1' }] });
    expect(JSON.stringify(start)).toBe(before);
  });

  it.each([[{ type: 'removeEntity' as const, id: 'none' }], [{ type: 'removeLastExport' as const }]])(
    'refuses %j where it does not fit',
    (step) => {
      expect(() => applyCommand(start, { label: 'Test', steps: [step] })).toThrow();
    },
  );
});
