import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { addChapter, headingOf, removeChapter, renameChapter } from '../../../../shared/edits/changeChapters';
import { correctWords } from '../../../../shared/edits/correctWords';
import { cutWords } from '../../../../shared/edits/cutWords';
import { layWords } from '../../../../shared/edits/layWords';
import { assignSpeaker, splitForOther } from '../../../../shared/edits/speakers';
import { takeHearing } from '../../../../shared/edits/takeHearing';
import { chaptersInOrder } from '../../../../shared/plan/chaptersInOrder';
import type { Word } from '../../../../shared/model/word';

const SETTINGS = { model: { name: 'demo', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' };
const LINES = ['One two three', 'four five', 'six seven eight'];

function transcript(): ProjectDocument {
  const words: Word[] = [];
  for (const line of LINES)
    for (const [i, text] of line.split(' ').entries()) {
      const start = words.length;
      const time = { start, end: start + 0.5, confidence: 0.9 };
      words.push({ id: `w${start}`, text, ...time, ...(i === 0 && { paragraph: true }) });
    }
  const tracks = [
    { codec: 'flac', sampleRate: 16_000, channels: 1, layout: 'mono', bitDepth: 16, float: false },
  ];
  return {
    ...emptyDocument(),
    nextId: 100,
    media: { duration: 10, picture: null, tracks, track: 0 },
    transcription: { settings: SETTINGS, windows: [{ from: 0, to: 10 }], finished: 1 },
    words,
  };
}

/** Carries out a command. It holds that nothing is broken by it, and that it can be taken back and redone. */
function done(document: ProjectDocument, command: Command | null): ProjectDocument {
  if (!command) throw new Error('nothing changes');
  const { document: after, inverse } = applyCommand(document, command);
  expect(brokenInvariants(after)).toEqual([]);
  const back = applyCommand(after, inverse);
  expect(back.document).toEqual({ ...document, nextId: after.nextId });
  expect(applyCommand(back.document, back.inverse).document).toEqual(after);
  return after;
}

/** Makes a transcript with a heading before the second line. */
const headed = () => done(transcript(), addChapter(transcript(), 4, 'The second')?.command ?? null);
/** Returns the word below each heading, and the heading's text. */
const shown = (document: ProjectDocument) =>
  chaptersInOrder(document).map(({ at, text }) => [document.words[at]?.text, text]);
const line = (text: string) => text.split(' ').map((word, i) => ({ text: word, begins: i === 0 }));

describe('a heading', () => {
  it('stands before the line of the word, on one line, without what nobody sees', () => {
    expect(shown(headed())).toEqual([['four', 'The second']]);
    const typed = addChapter(headed(), 6, ' After\n the \u200bfirst\t');
    expect(shown(done(headed(), typed?.command ?? null))).toEqual([
      ['four', 'The second'],
      ['six', 'After the first'],
    ]);
  });

  it.each([
    ['nothing', '  \n'],
    ['nothing that is seen', '\u200b'],
    ['more than a line has', 'a'.repeat(201)],
  ])('is not made of %s', (_, typed) => {
    expect(headingOf(typed)).toBeNull();
    expect(addChapter(transcript(), 0, typed)).toBeNull();
    expect(renameChapter(headed(), 'h100', typed)).toBeNull();
  });

  it('is not made where there is no line', () => {
    expect(addChapter(transcript(), 99, 'Nowhere')).toBeNull();
    expect(addChapter(emptyDocument(), 0, 'Nowhere')).toBeNull();
  });

  it('is written anew and removed, and there are several before one line', () => {
    const document = headed();
    const renamed = done(document, renameChapter(document, 'h100', 'Second '));
    expect(shown(renamed)).toEqual([['four', 'Second']]);
    expect(renameChapter(renamed, 'h100', 'Second')).toBeNull();
    const two = done(renamed, addChapter(renamed, 3, 'Below it')?.command ?? null);
    expect(shown(two)).toEqual([
      ['four', 'Second'],
      ['four', 'Below it'],
    ]);
    expect(shown(done(two, removeChapter(two, 'h100')))).toEqual([['four', 'Below it']]);
    expect(removeChapter(two, 'h9')).toBeNull();
  });
});

describe('a heading outlasts', () => {
  it.each([
    ['a word that is corrected', 'Fore five', 'Fore'],
    ['a word in front of its line', 'And four five', 'And'],
    ['the word that it stands at', 'five', 'five'],
    ['all of its line that is written anew', 'something quite other', 'something'],
    ['its line', '', 'six'],
  ])('%s', (_, text, below) => {
    const written = text === '' ? [] : line(text);
    expect(shown(done(headed(), correctWords(headed(), 3, 2, written)))).toEqual([[below, 'The second']]);
  });

  it('a split and a join of its line', () => {
    const parted = [...line('four'), ...line('five')];
    expect(shown(done(headed(), correctWords(headed(), 3, 2, parted)))).toEqual([['four', 'The second']]);
    const joined = line('One two three four five');
    expect(shown(done(headed(), correctWords(headed(), 0, 5, joined)))).toEqual([['One', 'The second']]);
  });

  it('all that is said, and stands before what is written then', () => {
    const emptied = done(headed(), correctWords(headed(), 0, 8, []));
    expect(emptied.chapters).toMatchObject([{ wordId: null }]);
    const written = done(emptied, correctWords(emptied, 0, 0, line('Quite new')));
    expect(shown(written)).toEqual([['Quite', 'The second']]);
  });

  it('who speaks', () => {
    const said = done(headed(), assignSpeaker(headed(), 3, 5, 'Witness'));
    expect(shown(done(said, splitForOther(said, 4)))).toEqual([['four', 'The second']]);
  });

  it('a word that is cut', () => {
    const steps = cutWords(headed(), new Map([[3, new Set([2])]]));
    expect(shown(done(headed(), { label: 'Test', steps }))).toEqual([['fo', 'The second']]);
  });

  it('words that are laid on the recording', () => {
    const document = headed();
    const words = document.words.map((word) => ({ ...word, start: null, end: null }));
    const times = words.map((_, i) => ({ start: i, end: i + 0.5, confidence: 0.9 }));
    const { command } = layWords({ ...document, words }, 0, times);
    expect(shown(done({ ...document, words }, command))).toEqual([['four', 'The second']]);
  });

  it.each([
    ['that heard the same', 'One two three four five six seven eight', 'four'],
    ['that heard other words there', 'One two three fore fine six seven eight', 'fore'],
    ['that heard nothing there', 'One two three six seven eight', 'six'],
    ['that heard quite other words', 'Ein zwo drei vier fuenf sechs sieben acht', 'vier'],
  ])('another hearing of everything %s', (_, heard, below) => {
    const span = { from: 0, to: 10 };
    const words = heard.split(' ').map((text, i) => {
      const start = text === 'six' ? 5 : text === 'seven' ? 6 : text === 'eight' ? 7 : i;
      return { id: `n${i}`, text, start, end: start + 0.5, confidence: 0.9 };
    });
    const hearing = { of: 'all' as const, span, settings: SETTINGS, windows: [span], finished: 1, words };
    const document = { ...headed(), hearing };
    expect(shown(done(document, takeHearing(document)?.command ?? null))).toEqual([[below, 'The second']]);
  });
});
