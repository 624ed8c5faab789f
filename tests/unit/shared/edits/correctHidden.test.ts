import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { correctHidden, hiddenRun, hiddenText } from '../../../../shared/edits/correctHidden';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { hiddenWords } from '../../../../shared/plan/hiddenWords';

const said = 'We met Aigerim Bekova, twice. Then Aigerim left.'.split(' ');

function documentWith(media: ProjectDocument['media']): ProjectDocument {
  const words = said.map((text, i) => ({ id: `w${i}`, text, start: i / 2, end: i / 2 + 0.4 }));
  const document = { ...emptyDocument(), media, words, nextId: 100 };
  const { command } = makeMarks(document, [{ text: 'Aigerim Bekova', type: 'person' }]);
  return command ? applyCommand(document, command).document : document;
}
const track = {
  codec: 'pcm_s16le',
  sampleRate: 16_000,
  channels: 1,
  layout: 'mono',
  bitDepth: 16,
  float: false,
};
const recorded = documentWith({ duration: 10, picture: null, tracks: [track], track: 0 });

const hiddenIn = (document: ProjectDocument) => {
  const hidden = hiddenWords(document);
  return document.words.filter(({ id }) => hidden.has(id)).map(({ text }) => text);
};

describe('hidden words', () => {
  const [mention] = recorded.mentions;
  const id = mention?.id ?? '';

  it('are read as they are, with the signs around them', () => {
    const run = hiddenRun(recorded, id);
    expect(run && hiddenText(recorded, run)).toBe('Aigerim Bekova,');
  });

  it.each([
    ['as many', 'Aigul Bekova,', ['Aigul', 'Bekova,']],
    ['more', 'Aigerim Bekova and Timur,', ['Aigerim', 'Bekova', 'and', 'Timur,']],
    ['more in front', 'Old Aigerim Bekova,', ['Old', 'Aigerim', 'Bekova,']],
    ['more behind', 'Aigerim Bekova, senior', ['Aigerim', 'Bekova,', 'senior']],
    ['fewer', 'Aigul,', ['Aigul,']],
    ['others altogether', 'somebody else', ['somebody', 'else']],
  ])('stay hidden when they are corrected to %s, and their place is heard again', (_how, text, hidden) => {
    const command = correctHidden(recorded, id, text);
    const after = command ? applyCommand(recorded, command).document : recorded;
    expect(hiddenIn(after)).toEqual(hidden);
    expect(after.words.map((word) => word.text)).toEqual(['We', 'met', ...hidden, ...said.slice(4)]);
    expect(brokenInvariants(after)).toEqual([]);
    expect(after.mentions[0]).toMatchObject({ rough: true, span: mention?.span });
  });

  it('take in no signs that cannot be seen', () => {
    const command = correctHidden(recorded, id, 'Aig\u200bul\u0007 \u202eBekova,');
    const after = command ? applyCommand(recorded, command).document : recorded;
    expect(hiddenIn(after)).toEqual(['Aigul', 'Bekova,']);
  });

  it.each(['Old Aigerim Bekova,', 'Aigerim Bekova, senior', 'somebody'])(
    'of a stretch of time stay hidden, too: case %#',
    (text) => {
      const bare = { ...recorded, mentions: [], entities: [] };
      const { command: drawn } = makeMarks(bare, [{ from: 1.05, to: 1.85 }]);
      const document = drawn ? applyCommand(bare, drawn).document : bare;
      expect(hiddenIn(document)).toEqual(['Aigerim', 'Bekova,']);
      const command = correctHidden(document, document.mentions[0]?.id ?? '', text);
      const after = command ? applyCommand(document, command).document : document;
      expect(hiddenIn(after)).toEqual(text.split(' '));
      expect(brokenInvariants(after)).toEqual([]);
    },
  );

  it('are not left empty, and not changed to what they are', () => {
    expect(correctHidden(recorded, id, '  \n ')).toBeNull();
    expect(correctHidden(recorded, id, 'Aigerim  Bekova,')).toBeNull();
  });

  it('of a text alone are nowhere to be heard', () => {
    const text = documentWith(null);
    const command = correctHidden(text, text.mentions[0]?.id ?? '', 'Aigul,');
    expect(command && applyCommand(text, command).document.mentions[0]?.rough).toBeUndefined();
  });
});
