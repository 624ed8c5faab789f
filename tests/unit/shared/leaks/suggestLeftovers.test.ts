import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { removeChapter, renameChapter } from '../../../../shared/edits/changeChapters';
import { keepWords } from '../../../../shared/edits/keepWords';
import { acceptSuggestions, makeMarks } from '../../../../shared/edits/makeMarks';
import { openSuggestions } from '../../../../shared/leaks/openSuggestions';
import { suggestLeftovers } from '../../../../shared/leaks/suggestLeftovers';

const after = (document: ProjectDocument, command: Command | null): ProjectDocument =>
  command ? applyCommand(document, command).document : document;

/** Makes a transcript in which one name was withheld, and stands once more later in some way. */
function written(name: string, again: string): ProjectDocument {
  const words = `They came with ${name}. At night we saw ${again} in the street.`
    .split(' ')
    .map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5 }));
  const said: ProjectDocument = { ...emptyDocument(), language: 'en', words, nextId: words.length };
  const { command } = makeMarks({ ...said, words: words.slice(0, 6) }, [{ text: name, type: 'person' }]);
  return after(said, command);
}

const left = (document: ProjectDocument) =>
  openSuggestions(document, suggestLeftovers(document, nameKnowledge)).map(({ text }) => text);

describe('what is left of a withheld name', () => {
  it.each([
    ['the name itself', 'Oramin Bekova', 'Oramin Bekova', 'Oramin Bekova'],
    ['a part of it', 'Oramin Bekova', 'Bekova,', 'Bekova'],
    ['another spelling', 'Rakhimov', 'Rahimov', 'Rahimov'],
    ['another script', 'Rakhimov', 'Рахимов', 'Рахимов'],
    ['letters set apart', 'Bekova', 'B E K O V A', 'B E K O V A'],
    ['a name in two parts', 'Bekova', 'Be kova', 'Be kova'],
    ['a number grouped otherwise', '7655552553', '765 555 2553', '765 555 2553'],
  ])('is suggested as a whole, and gone when it is withheld or kept: %s', (_what, name, again, told) => {
    const document = written(name, again);
    expect(left(document)).toEqual([told]);
    const suggestions = suggestLeftovers(document, nameKnowledge);
    expect(left(after(document, acceptSuggestions(document, suggestions).command))).toEqual([]);
    expect(left(after(document, keepWords(document, [told], 'person')))).toEqual([]);
  });

  it('is nothing where nothing is withheld, and no word that is withheld already', () => {
    const open = written('Bekova', 'nobody');
    expect(left(open)).toEqual([]);
    expect(left({ ...open, entities: [], mentions: [] })).toEqual([]);
  });

  it('is told once where a search for names found it too', () => {
    const document = written('Rakhimov', 'Rahimov');
    const [leftover] = suggestLeftovers(document, nameKnowledge);
    if (!leftover) throw new Error('it was not found');
    const found = { ...leftover, why: 'found' };
    expect(openSuggestions(document, [found, leftover])).toEqual([found]);
  });

  it('is told of a heading until that is written in another way, or the name is kept', () => {
    const document = {
      ...written('Bekova', 'nobody'),
      chapters: [{ id: 'h1', wordId: 'w0', text: 'With Bekova' }],
    };
    const [one] = suggestLeftovers(document, nameKnowledge);
    expect(one).toMatchObject({
      text: 'Bekova',
      wordIds: [],
      start: 0,
      left: { kind: 'heading', chapter: 1 },
    });
    expect(left(document)).toEqual(['Bekova']);
    // Withholding it once more does not change what is written there.
    expect(left(after(document, acceptSuggestions(document, one ? [one] : []).command))).toEqual(['Bekova']);
    expect(left(after(document, renameChapter(document, 'h1', 'With friends')))).toEqual([]);
    expect(left(after(document, removeChapter(document, 'h1')))).toEqual([]);
    expect(left(after(document, keepWords(document, ['Bekova'], 'person')))).toEqual([]);
  });
});
