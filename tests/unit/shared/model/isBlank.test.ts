import { describe, expect, it, test } from 'vitest';
import { headingOf } from '../../../../shared/edits/changeChapters';
import { changeEntity } from '../../../../shared/edits/changeEntity';
import { chooseMarker } from '../../../../shared/edits/chooseMarker';
import { assignSpeaker, renameSpeaker } from '../../../../shared/edits/speakers';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { isBlank } from '../../../../shared/model/isBlank';
import { markSchema } from '../../../../shared/model/mark';
import { marksApi } from '../../../../shared/contract/marks';

const UNSEEN: [string, string][] = [
  ['a filler of Hangul', '\u3164'],
  ['a half-width filler of Hangul', '\uffa0'],
  ['a filler of a first letter', '\u115f'],
  ['a filler of a vowel', '\u1160'],
  ['an empty cell of Braille', '\u2800'],
  ['a space without width', '\u200b'],
  ['a joiner', '\u200d'],
  ['a soft hyphen', '\u00ad'],
  ['a mark of direction', '\u200f'],
  ['a mark of order', '\ufeff'],
  ['tag characters', '\u{e0041}\u{e0042}\u{e007f}'],
  ['variation selectors', '\ufe0f\u{e0100}'],
  ['a vowel sign of Mongolian', '\u180e'],
  ['a mark without a letter', '\u0301'],
  ['several, with spaces between', '\u3164 \u2800\t\u200b'],
];

test.each(UNSEEN)('%s is nothing that anybody sees', (_name, text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(['a', '.', '—', '*', '한', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'é', '\u3164a', 'ก็', '1️⃣'])('%s is seen', (text) => {
  expect(isBlank(text)).toBe(false);
});

describe('a text that nobody sees is refused as', () => {
  const document: ProjectDocument = {
    ...emptyDocument(),
    words: [{ id: 'w1', text: 'Well', start: 0, end: 1, speaker: 's1' }],
    speakers: [{ id: 's1', name: 'A' }],
    entities: [
      { id: 'e1', type: 'person', name: 'Mira', aliases: [], decision: 'withhold', description: 'a friend' },
    ],
  };

  it.each(UNSEEN)('a heading, a marker, a label, a description, a name: %s', (_name, text) => {
    expect(headingOf(text)).toBeNull();
    if (text.trim() !== '') expect(chooseMarker(document, text)).toBeNull();
    expect(assignSpeaker(document, 0, 1, text)).toBeNull();
    expect(renameSpeaker(document, 's1', text)).toBeNull();
    expect(markSchema.safeParse({ text: 'Mira', description: text }).success).toBe(false);
    const keep = marksApi['mark.keep'].params;
    expect(keep.safeParse({ project: 'p1', names: [text] }).success).toBe(false);
  });

  it('a description, and takes the one away that was there', () => {
    const [step] = changeEntity(document, 'e1', { description: '\u3164' })?.steps ?? [];
    expect(step?.type === 'putEntity' && step.entity.description).toBeUndefined();
  });
});
