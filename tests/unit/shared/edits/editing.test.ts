import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { changeEntity } from '../../../../shared/edits/changeEntity';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { setEdge } from '../../../../shared/edits/setEdge';
import { unmark } from '../../../../shared/edits/unmark';
import { endOfReplaced, findText, replaced, replaceText } from '../../../../shared/edits/replaceText';
import { retime } from '../../../../shared/edits/retime';
import { assignSpeaker, renameSpeaker } from '../../../../shared/edits/speakers';

const MEDIA = {
  duration: 60,
  picture: null,
  tracks: [
    { codec: 'pcm_s16le', sampleRate: 48_000, channels: 1, layout: 'mono', bitDepth: 16, float: false },
  ],
  track: 0,
};

/** Makes a document of words that last a second each. A slash begins a paragraph. */
function documentOf(text: string): ProjectDocument {
  const words = text.split(' ').map((written, i) => {
    const begins = i === 0 || written.startsWith('/');
    return {
      id: `w${i}`,
      text: written.replace('/', ''),
      start: i,
      end: i + 0.9,
      ...(begins && { paragraph: true as const }),
    };
  });
  return { ...emptyDocument(), media: MEDIA, words, nextId: words.length };
}

/** Returns the document after a command, and checks that it can be taken back. */
function after(document: ProjectDocument, command: Command | null): ProjectDocument {
  if (!command) throw new Error('there is nothing to carry out');
  const { document: changed, inverse } = applyCommand(document, command);
  expect(brokenInvariants(changed)).toEqual([]);
  expect({ ...applyCommand(changed, inverse).document, nextId: 0 }).toEqual({ ...document, nextId: 0 });
  return changed;
}

const reading = ({ words }: ProjectDocument): string => words.map(({ text }) => text).join(' ');

describe('marks made in a hurry', () => {
  it('are rough until they are heard again, and when an edge is set by hand they are not', () => {
    const document = documentOf('we saw Mira there');
    const marked = after(document, makeMarks(document, [{ text: 'Mira' }], 'rough').command);
    expect(marked.mentions[0]).toMatchObject({ rough: true, span: { from: 1.85, to: 3.05 } });
    const id = marked.mentions[0]?.id ?? '';
    const set = after(marked, setEdge(marked, id, { from: 1.5 }).command);
    expect(set.mentions[0]?.rough).toBeUndefined();
  });

  it('keep a part of every word inside, whatever edges are set', () => {
    const document = documentOf('we saw Mira Oten there');
    const marked = after(document, makeMarks(document, [{ text: 'Mira Oten' }], 'rough').command);
    const id = marked.mentions[0]?.id ?? '';
    for (const edges of [{ from: 0, to: 1.9 }, { to: 3 }, { from: 2.95 }, { from: 5, to: 6 }]) {
      expect(() => setEdge(marked, id, edges)).toThrow(
        expect.objectContaining({ code: 'MARKS_INVALID' }) as Error,
      );
    }
    expect(setEdge(marked, id, { from: 2.8, to: 3.1 }).span).toEqual({ from: 2.8, to: 3.1 });
  });

  it('are not rough where nothing can be heard', () => {
    const document = { ...documentOf('we saw Mira there'), media: null };
    const marked = after(document, makeMarks(document, [{ text: 'Mira' }], 'rough').command);
    expect(marked.mentions[0]?.rough).toBeUndefined();
  });
});

describe('changeEntity', () => {
  const document = documentOf('Mira met Mira');
  const marked = after(document, makeMarks(document, [{ text: 'Mira', type: 'person' }]).command);
  const id = marked.entities[0]?.id ?? '';

  it('changes what is said of an identity, and takes a description away', () => {
    const described = after(marked, changeEntity(marked, id, { description: 'a friend', type: 'place' }));
    expect(described.entities[0]).toMatchObject({ description: 'a friend', type: 'place' });
    const bare = after(described, changeEntity(described, id, { description: null }));
    expect(bare.entities[0]?.description).toBeUndefined();
  });

  it('overrules decisions made for single places', () => {
    const [first] = marked.mentions;
    if (!first) throw new Error('nothing was marked');
    const mixed = after(marked, {
      label: 'test',
      steps: [{ type: 'putMention', mention: { ...first, decision: 'keep' } }],
    });
    const kept = after(mixed, changeEntity(mixed, id, { decision: 'withhold' }));
    expect(kept.mentions.every(({ decision }) => decision === undefined)).toBe(true);
  });

  it('does nothing where nothing changes', () => {
    expect(changeEntity(marked, id, { decision: 'withhold' })).toBeNull();
    const described = after(marked, changeEntity(marked, id, { description: 'a friend' }));
    const joined = after(described, changeEntity(described, id, { join: 'space' }));
    expect(changeEntity(joined, id, { description: 'a friend' })).toBeNull();
    expect(changeEntity(marked, 'nobody', { decision: 'keep' })).toBeNull();
  });
});

describe('unmark', () => {
  it('takes an identity away with its last mark', () => {
    const document = documentOf('Mira met Mira');
    const marked = after(document, makeMarks(document, [{ text: 'Mira' }]).command);
    const [first, second] = marked.mentions.map(({ id }) => id);
    const one = after(marked, unmark(marked, [first ?? '']));
    expect([one.mentions.length, one.entities.length]).toEqual([1, 1]);
    const none = after(one, unmark(one, [second ?? '']));
    expect([none.mentions.length, none.entities.length]).toEqual([0, 0]);
    expect(unmark(none, ['nothing'])).toBeNull();
  });
});

describe('speakers', () => {
  it('are assigned to words, made when they are new, and known by their name', () => {
    const document = documentOf('one two /three four');
    const once = after(document, assignSpeaker(document, 0, 2, ' Journalist A '));
    const twice = after(once, assignSpeaker(once, 2, 4, 'Journalist A'));
    expect(twice.speakers).toHaveLength(1);
    expect(new Set(twice.words.map(({ speaker }) => speaker)).size).toBe(1);
    expect(assignSpeaker(twice, 0, 4, 'Journalist A')).toBeNull();
    expect(assignSpeaker(twice, 0, 4, '  ')).toBeNull();
  });

  it('are renamed everywhere, and become one under one name', () => {
    const document = documentOf('one two /three four');
    const first = after(document, assignSpeaker(document, 0, 2, 'A'));
    const both = after(first, assignSpeaker(first, 2, 4, 'B'));
    const [a, b] = both.speakers.map(({ id }) => id);
    const renamed = after(both, renameSpeaker(both, a ?? '', 'C'));
    expect(renamed.speakers.map(({ name }) => name)).toEqual(['C', 'B']);
    const merged = after(renamed, renameSpeaker(renamed, a ?? '', 'B'));
    expect(merged.speakers).toEqual([{ id: b, name: 'B' }]);
    expect(merged.words.every(({ speaker }) => speaker === b)).toBe(true);
  });
});

describe('retime', () => {
  const document = documentOf('one two three four');

  it('moves words in proportion between their neighbours', () => {
    const moved = after(document, retime(document, 1, 3, { start: 1.2, stop: 2.8 }));
    expect(moved.words.map(({ start }) => start)).toEqual([0, 1.2, expect.closeTo(2.04, 2), 3]);
    expect(moved.words[2]?.end).toBeCloseTo(2.8);
  });

  it('refuses to pass a neighbour or to turn around', () => {
    expect(retime(document, 1, 3, { start: -1, stop: 2 })).toBeNull();
    expect(retime(document, 1, 2, { start: 1, stop: 3.5 })).toBeNull();
    expect(retime(document, 1, 2, { start: 1.5, stop: 1.5 })).toBeNull();
  });
});

describe('find and replace', () => {
  const anyhow = { matchCase: false, wholeWords: false };

  it('finds a text within lines, in any case or not, and as whole words', () => {
    const { words } = documentOf('The cat, the Cat concat /the cat');
    expect(findText(words, 'cat', anyhow)).toHaveLength(4);
    expect(findText(words, 'cat', { ...anyhow, wholeWords: true })).toHaveLength(3);
    expect(findText(words, 'Cat', { matchCase: true, wholeWords: true })).toHaveLength(1);
    expect(findText(words, 'the  cat', anyhow).map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [2, 3],
      [5, 6],
    ]);
    expect(findText(words, 'concat the', anyhow)).toEqual([]);
    expect(findText(words, ' ', anyhow)).toEqual([]);
  });

  it('shows and makes the same, with the signs around a word left', () => {
    const document = documentOf('a “cat”, my cat /cat');
    const found = findText(document.words, 'cat', anyhow);
    expect(found.map((place) => replaced(document.words, place, 'house cat'))).toEqual([
      '“house cat”,',
      'house cat',
      'house cat',
    ]);
    const changed = after(document, replaceText(document, found, 'house cat'));
    expect(reading(changed)).toBe('a “house cat”, my house cat house cat');
    expect(changed.words.filter(({ paragraph }) => paragraph).map(({ text }) => text)).toEqual([
      'a',
      'house',
    ]);
  });

  it('puts in no signs that cannot be seen, between whose letters a name would not be found', () => {
    const document = documentOf('a cat');
    const found = findText(document.words, 'cat', anyhow);
    const changed = after(document, replaceText(document, found, 'ho\u200bu\u0007se\u202e'));
    expect(reading(changed)).toBe('a house');
  });

  it('replaces two places of one word', () => {
    const document = documentOf('banana');
    const found = findText(document.words, 'an', anyhow);
    expect(reading(after(document, replaceText(document, found, 'in')))).toBe('binina');
  });

  it.each([
    ['Anna', 'Anna Maria', 'Anna, and “Anna”. /Anna', 'Anna Maria, and “Anna Maria”. Anna Maria'],
    ['an', 'anan', 'banana an', 'banananana anan'],
    ['cat', '', 'cat my cat cats', 'my s'],
  ])('goes on behind what was put in: %s by “%s”', (wanted, now, said, reads) => {
    let document = documentOf(said);
    let from = { word: 0, character: 0 };
    for (let steps = 0; steps < 10; steps++) {
      const place = findText(document.words, wanted, anyhow).find(
        (one) => one.first > from.word || (one.first === from.word && one.from >= from.character),
      );
      if (!place) break;
      from = endOfReplaced(document.words, place, now);
      document = after(document, replaceText(document, [place], now));
    }
    expect(reading(document)).toBe(reads);
  });

  it('reads afterwards as the text with the words replaced', () => {
    const words = fc.array(fc.constantFrom('ab', 'b', 'abab', 'c,', 'B'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('b', 'ab', 'b c'),
        fc.constantFrom('x', 'yy z'),
        (said, wanted, now) => {
          const document = documentOf(said.join(' '));
          const found = findText(document.words, wanted, { matchCase: true, wholeWords: false });
          const command = replaceText(document, found, now);
          const changed = command ? after(document, command) : document;
          expect(reading(changed)).toBe(said.join(' ').replaceAll(wanted, now));
        },
      ),
    );
  });
});
