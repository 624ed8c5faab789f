import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { keepWords } from '../../../../shared/edits/keepWords';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { whatIsLeft } from '../../../../shared/leaks/whatIsLeft';

const said = (text: string): ProjectDocument => ({
  ...emptyDocument(),
  words: text.split(' ').map((word, i) => ({ id: `w${i + 1}`, text: word, start: i, end: i + 0.5 })),
});

/** Withholds a name and keeps words. Returns what is left to be asked about, and what is withheld. */
function decided(text: string, withheld: string, kept: string) {
  const document = said(text);
  const marked = makeMarks(document, [{ text: withheld, type: 'person' }], undefined, nameKnowledge.isWord);
  let now = marked.command ? applyCommand(document, marked.command).document : document;
  const command = keepWords(now, [kept]);
  if (command) now = applyCommand(now, command).document;
  const gone = new Set(now.mentions.flatMap(({ wordIds }) => wordIds));
  return {
    left: whatIsLeft(now, LeakFinder.of(now, nameKnowledge)).map((one) => one.text),
    gone: now.words.filter(({ id }) => gone.has(id)).map((word) => word.text),
    decisions: now.entities.map(({ decision }) => decision),
  };
}

describe('an everyday word that is kept in small letters', () => {
  it('frees no place of the name that it is too', () => {
    const { left, gone } = decided(
      'Then Mark Osgood came. They mark every striker. At night they beat Mark again.',
      'Mark Osgood',
      'mark',
    );
    expect(gone).toEqual(['Mark', 'Osgood']);
    expect(left).toEqual(['Mark']);
  });

  it('leaves the name withheld where that is all of it', () => {
    const { gone, decisions } = decided('Then Hope came. We hope so. They beat Hope again.', 'Hope', 'hope');
    expect(gone).toEqual(['Hope', 'Hope']);
    expect(decisions).toEqual(['withhold', 'keep']);
  });

  it('is not the name when that is kept with its capital', () => {
    const { left } = decided(
      'Then Mark Osgood came. They mark every striker. At night they beat Mark again.',
      'Mark Osgood',
      'Mark',
    );
    expect(left).toEqual([]);
  });
});
