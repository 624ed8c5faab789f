import { describe, expect, it } from 'vitest';
import { formatMarker, hasMarker, markerWordSchema, splitWord } from '../../../../shared/model/marker';

describe('formatMarker', () => {
  it.each([
    [['DELETED'], '(DELETED)'],
    [['DELETED', 'a place where we meet'], '(DELETED-a place where we meet)'],
    [['DELETED', 'names of journalists', 'space'], '(DELETED names of journalists)'],
    [['ЖОЙЫЛДЫ', 'қала аты'], '(ЖОЙЫЛДЫ-қала аты)'],
  ] as const)('writes %j as %s', (args, marker) => {
    const [word, description, join] = args as readonly [string, string?, ('dash' | 'space')?];
    expect(formatMarker(word, description, join)).toBe(marker);
  });

  it.each(['', '  ', 'GONE)', 'A\nB', '[x]'])('refuses %j as a marker word', (word) => {
    expect(markerWordSchema.safeParse(word).success).toBe(false);
  });
});

describe('hasMarker', () => {
  it('knows those of other languages beside the interview’s own', () => {
    expect(hasMarker('«(УДАЛЕНО-брат)»,', 'DELETED')).toBe(true);
    expect(hasMarker('(DELETED)', 'УДАЛЕНО')).toBe(true);
    expect(hasMarker('(GONE)', 'GONE')).toBe(true);
    expect(hasMarker('(GONE)', 'DELETED')).toBe(false);
    expect(hasMarker('DELETED', 'DELETED')).toBe(false);
  });
});

describe('splitWord', () => {
  it.each([
    ['Oten', '', 'Oten', ''],
    ['“Oten’s.”', '“', 'Oten', '’s.”'],
    ["Oten's?!", '', 'Oten', "'s?!"],
    ["“‘Oten's,’”", '“‘', 'Oten', "'s,’”"],
    ["O'Tenn's", '', "O'Tenn", "'s"],
    ["O'Tenn", '', "O'Tenn", ''],
    ["Otens'", '', 'Otens', "'"],
    ['mira@oten.org.', '', 'mira@oten.org', '.'],
    ['+7', '', '+7', ''],
    ['(727)', '(', '727', ')'],
    ['@mira,', '', '@mira', ','],
    ['«Отен»,', '«', 'Отен', '»,'],
    ['张伟。', '', '张伟', '。'],
    ['“张伟”，', '“', '张伟', '”，'],
    ['أوتن؟', '', 'أوتن', '؟'],
    ['Oten-Mir', '', 'Oten-Mir', ''],
    ['—Oten—', '—', 'Oten', '—'],
    ['...', '', '...', ''],
  ])('splits %s', (text, lead, core, tail) => {
    expect(splitWord(text)).toEqual({ lead, core, tail });
  });
});
