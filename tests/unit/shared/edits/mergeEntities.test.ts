import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { changeEntity } from '../../../../shared/edits/changeEntity';
import { decideMention } from '../../../../shared/edits/decideMention';
import { keepWords } from '../../../../shared/edits/keepWords';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { mergeEntities } from '../../../../shared/edits/mergeEntities';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { removeEntity } from '../../../../shared/edits/removeEntity';

const words = 'I know Mira Oten and Otan knows me'
  .split(' ')
  .map((text, i) => ({ id: `w${i}`, text, start: i / 2, end: i / 2 + 0.5 }));
const plain: ProjectDocument = { ...emptyDocument(), words, nextId: words.length };

function after(document: ProjectDocument, command: Command | null): ProjectDocument {
  expect(command).not.toBeNull();
  if (!command) return document;
  const { document: changed, inverse } = applyCommand(document, command);
  expect(brokenInvariants(changed)).toEqual([]);
  const back = applyCommand(changed, inverse).document;
  expect({ ...back, nextId: document.nextId }).toEqual(document);
  return changed;
}
const marked = after(
  plain,
  makeMarks(plain, [{ text: 'Mira Oten', description: 'a friend' }, { text: 'Otan' }]).command,
);
const idOf = (document: ProjectDocument, name: string) =>
  document.entities.find((entity) => entity.name === name)?.id ?? '';
const merged = (document: ProjectDocument) =>
  after(document, mergeEntities(document, idOf(document, 'Otan'), idOf(document, 'Mira Oten')));

describe('mergeEntities', () => {
  it('moves the mentions over and makes an alias of the name', () => {
    const one = merged(marked);
    expect(one.entities).toMatchObject([{ name: 'Mira Oten', aliases: ['Otan'], description: 'a friend' }]);
    expect(one.mentions.map(({ wordIds }) => wordIds)).toEqual([['w2', 'w3'], ['w5']]);
    expect(buildPlan(one).runs.map(({ marker }) => marker)).toEqual([
      '(DELETED-a friend)',
      '(DELETED-a friend)',
    ]);
  });

  it('publishes nothing that was withheld, whichever of the two was kept', () => {
    const spans = buildPlan(marked).spans;
    for (const name of ['Mira Oten', 'Otan']) {
      const kept = after(marked, keepWords(marked, [name]));
      expect(buildPlan(merged(kept)).spans).toEqual(spans);
    }
  });

  it('has each form once and each place once', () => {
    const twice = after(
      marked,
      changeEntity(marked, idOf(marked, 'Otan'), { aliases: ['MIRA OTEN', 'Mirochka'] }),
    );
    expect(merged(twice).entities[0]?.aliases).toEqual(['Otan', 'Mirochka']);
    const same = {
      ...twice,
      mentions: twice.mentions.map((mention) => ({
        ...mention,
        wordIds: ['w2', 'w3'],
        span: { from: 1, to: 2 },
      })),
    };
    expect(merged(same).mentions).toHaveLength(1);
    const longer = {
      ...same,
      mentions: same.mentions.map((mention, i) =>
        i === 1 ? { ...mention, span: { from: 1, to: 3 } } : mention,
      ),
    };
    expect(buildPlan(merged(longer)).spans).toEqual([{ from: 1, to: 3 }]);
  });

  it('does nothing with one identity alone', () => {
    expect(mergeEntities(marked, idOf(marked, 'Otan'), idOf(marked, 'Otan'))).toBeNull();
    expect(mergeEntities(marked, 'gone', idOf(marked, 'Otan'))).toBeNull();
  });
});

describe('decideMention', () => {
  it('keeps one place and withholds it again with the others', () => {
    const id = marked.mentions[0]?.id ?? '';
    const kept = after(marked, decideMention(marked, id, 'keep'));
    expect(buildPlan(kept).runs.map(({ first }) => first)).toEqual([5]);
    expect(decideMention(kept, id, 'keep')).toBeNull();
    expect(after(kept, decideMention(kept, id, null)).mentions).toEqual(marked.mentions);
  });
});

describe('removeEntity', () => {
  it('takes the marks along', () => {
    const without = after(marked, removeEntity(marked, idOf(marked, 'Mira Oten')));
    expect(without.entities.map(({ name }) => name)).toEqual(['Otan']);
    expect(without.mentions.map(({ wordIds }) => wordIds)).toEqual([['w5']]);
    expect(removeEntity(without, 'gone')).toBeNull();
  });
});
