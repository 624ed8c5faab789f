import { describe, expect, it, test } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { EntityType } from '../../../../shared/model/entity';
import { keepWords } from '../../../../shared/edits/keepWords';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { markedTexts } from '../../../support/markedText';

const withholding = (names: readonly string[], type: EntityType = 'person'): ProjectDocument => ({
  ...emptyDocument(),
  entities: names.map((name, i) => ({ id: `e${i}`, type, name, aliases: [], decision: 'withhold' as const })),
});
const finderOf = (document: ProjectDocument) => LeakFinder.of(document, nameKnowledge);
const kinds = (document: ProjectDocument, text: string) =>
  finderOf(document)
    .find(text.split(' '))
    .map(({ likeness }) => likeness);

const WITNESS = withholding(['Aigul Bekova', 'Aktobe']);

describe('a withheld name in another spelling is found:', () => {
  test.each([
    ['in Cyrillic', 'we met Бекова there'],
    ['whole in Cyrillic', 'we met Айгуль Бекова there'],
    ['in another romanisation', 'we met Aygul there'],
    ['a place in Cyrillic', 'from Актобе by train'],
    ['with dashes between its letters', 'it was B-e-k-o-v-a again'],
    ['with spaces between its letters', 'it was B e k o v a again'],
    ['with stops between its letters', 'it was B. E. K. O. V. A. again'],
    ['with underscores between its letters', 'it was B_e_k_o_v_a again'],
    ['in syllables', 'it was Be-ko-va again'],
    ['in two words', 'it was Bek ova again'],
    ['with a Cyrillic letter that looks the same', 'it was Bekov\u0430 again'],
    ['with Greek letters that look the same', 'it was Bek\u03bf\u03bda again'],
    ['with digits for letters', 'it was B3k0va again'],
    ['with a sign for a letter', 'it was Bekov@ again'],
    ['with digits for letters and an ending', 'it was B3k0vas again'],
    ['with signs for letters in a tag', 'it was #B€k0v@ again'],
    ['with letters of two scripts and an ending', 'it was Bek\u043evas again'],
    ['in small capitals', 'it was \u0299\u1d07\u1d0b\u1d0f\u1d20\u1d00 again'],
    ['in boxes', 'it was 🅱🅴🅺🅾🆅🅰 again'],
    ['in letters of flags', 'it was 🇧🇪🇰🇴🇻🇦 again'],
    ['from behind', 'it was avokeb again'],
    ['typed on another keyboard', 'it was иулщмф again'],
    ['with percent signs', 'it was %42ekov%61 again'],
    ['with a tag within', 'it was Be<b>kova</b> again'],
    ['with a tag of several words within', 'it was Be<font color="red">kova</font> again'],
    ['broken with a hyphen', 'it was Beko- va again'],
    ['with a filler of Hangul within', 'it was Be\u3164kova again'],
    ['with a sign of Braille within', 'it was Be\u2800kova again'],
    ['with tag characters within', 'it was Be\u{e0041}kova again'],
  ])('%s', (_name, text) => {
    expect(kinds(WITNESS, text)).toContainEqual(expect.stringMatching(/^(?:spelling|form)$/u));
  });

  it('everyday words and numbers are read in no other way', () => {
    const text =
      'at 10km in the 1980s, the 3rd of 22 4x4 mp3 H1N1 B2B <b>bold</b> R&D 100% a@b.org C++ self- and well-';
    expect(kinds(WITNESS, text)).toEqual([]);
  });

  it('the Latin spelling of a name that was withheld in Cyrillic', () => {
    expect(kinds(withholding(['Айгуль Бекова']), 'we met Bekova there')).toEqual(['spelling']);
  });
});

describe('a word that sounds like a withheld name', () => {
  test.each(['Begova', 'Bekowa', 'Pekova', 'Bekovoi', 'Aigool', 'Aktove'])('is found: %s', (word) => {
    expect(kinds(WITNESS, `and ${word} said`)).toEqual([expect.stringMatching(/^(sound|spelling)$/u)]);
  });

  test.each(['because', 'Bekturov', 'Almaty', 'acting', 'October', 'actor', 'be over', 'a goal'])(
    'is not any other: %s',
    (word) => {
      expect(kinds(WITNESS, `and ${word} said`)).toEqual([]);
    },
  );

  it('is found most of the time among invented misspellings', () => {
    const pairs: [string, string][] = [
      ['Zhanar', 'Janar'],
      ['Sadykov', 'Sadikoff'],
      ['Dilnoza', 'Delnoza'],
      ['Otenova', 'Otinova'],
      ['Meruyet', 'Meruet'],
      ['Kairat', 'Kayrat'],
      ['Tursunbek', 'Tursanbek'],
      ['Gulnara', 'Goolnara'],
      ['Ruslan', 'Rooslan'],
      ['Mukasheva', 'Mukashova'],
      ['Temirlan', 'Timirlan'],
      ['Skvortsov', 'Skvorzov'],
      ['Karvel', 'Carvel'],
      ['Ormanbet', 'Armanbet'],
      ['Ghulja', 'Gulja'],
      ['Abdulla', 'Abdullah'],
      ['Khamit', 'Hamid'],
      ['Nurzhan', 'Nurjan'],
      ['Yelena', 'Elena'],
      ['Shymkent', 'Chimkent'],
    ];
    const found = pairs.filter(([name, heard]) => kinds(withholding([name]), `so ${heard} came`).length > 0);
    expect(found.length).toBeGreaterThanOrEqual(17);
  });

  it('is no word in small letters that English makes of another', () => {
    const document = {
      ...withholding(['Oten']),
      words: 'We ate oaten bread. She said so. Then I left.'
        .split(' ')
        .map((text, i) => ({ id: `w${i}`, text, start: null, end: null })),
    };
    expect(kinds(document, 'we ate oaten bread')).toEqual([]);
    expect(kinds(document, 'and Oaten came')).toEqual(['sound']);
  });

  it('is found where letters stand as entities of HTML', () => {
    expect(kinds(withholding(['Nuñez']), 'so Nu&ntilde;ez and Nu&amp;#241;ez came')).toEqual([
      'form',
      'form',
    ]);
  });

  it('may stand once it is kept on purpose', () => {
    const command = keepWords(WITNESS, ['Pekova']);
    if (!command) throw new Error('nothing was decided');
    const document = applyCommand(WITNESS, command).document;
    expect(kinds(document, 'and Pekova said')).toEqual([]);
    expect(kinds(document, 'and Bekova said')).toEqual(['form']);
    expect(keepWords(document, ['pekova'])).toBeNull();
  });

  it('is no word that the same transcript writes small, where everyday words are not known', () => {
    const words = 'она вела машину'
      .split(' ')
      .map((text, i) => ({ id: `w${i}`, text, start: null, end: null }));
    const russian = { ...withholding(['Вера']), language: 'ru', words };
    expect(kinds(russian, 'Вела она')).toEqual([]);
    expect(kinds(russian, 'Верой она')).toEqual(['shape']);
  });
});

describe('a name that is part of a kept one', () => {
  const keeping = (kept: string, type: EntityType = 'person') => {
    const command = keepWords(WITNESS, [kept], type);
    if (!command) throw new Error('nothing was decided');
    return applyCommand(WITNESS, command).document;
  };

  test.each([
    ['in Latin letters', 'Bekova University'],
    ['in Cyrillic', 'Бекова Университет'],
  ])('may stand within that and nowhere else, %s', (_name, kept) => {
    const document = keeping(kept, 'organisation');
    expect(kinds(document, `she was at ${kept}.`)).toEqual([]);
    expect(kinds(document, 'they took Bekova at night')).toEqual(['form']);
    expect(kinds(document, 'they took Бекова at night')).toEqual(['spelling']);
    expect(kinds(document, 'they took Begova at night')).toEqual(['sound']);
  });

  it('does not free a longer withheld name that holds the kept one', () => {
    const document = {
      ...keeping('Bekova University'),
      mentions: [],
      entities: [
        ...keeping('Bekova University').entities,
        ...withholding(['Great Bekova University Press'], 'organisation').entities.map((entity) => ({
          ...entity,
          id: 'e9',
        })),
      ],
    };
    expect(kinds(document, 'the Great Bekova University Press printed')).toContain('form');
  });
});

describe('a short name', () => {
  const MARSH = withholding(['Rose Marsh']);

  test.each([
    ['a surname that is an everyday word', 'then Marsh said so', ['spelling']],
    ['with a possessive', 'then Marsh’s friend came', ['spelling']],
    ['initials', 'the file of R.M. was there', ['spelling']],
    ['initials apart', 'the file of R. M. was there', ['spelling']],
    ['initials with the surname in front', 'the file of M. R. was there', ['spelling']],
    ['the everyday word', 'then a marsh came', []],
    ['the everyday word at the start of a sentence', 'It rained. Marsh and mud.', []],
    ['other initials', 'the file of R. K. was there', []],
    ['one letter', 'as in plan M. but later', []],
  ])('is found or not: %s', (_name, text, found) => {
    expect(kinds(MARSH, text)).toEqual(found);
  });

  it('is found where nobody said of what kind the name is', () => {
    expect(kinds(withholding(['Rose Marsh'], 'other'), 'then Marsh said so')).toEqual(['spelling']);
    expect(kinds(withholding(['Abay Street'], 'other'), 'in Lenin Street then')).toEqual([]);
  });

  it('may stand once it is kept', () => {
    const command = keepWords(MARSH, ['Marsh', 'R.M.']);
    if (!command) throw new Error('nothing was decided');
    const { document } = applyCommand(MARSH, command);
    expect(kinds(document, 'then Marsh saw R.M. there')).toEqual([]);
  });

  it('is no label', () => {
    expect(finderOf(MARSH).names).toContain('marsh');
  });
});

/** An export that is refused for nothing teaches people to look away. */
describe('in texts with all their names withheld', () => {
  const texts = ['seen', 'unseen'].flatMap(markedTexts);

  test.each(texts)('nothing is found in the rest: $name', ({ text, mentions }) => {
    const names = mentions.map(({ start, end }) => text.slice(start, end));
    const rest = mentions.reduceRight(
      (all, { start, end }) => `${all.slice(0, start)}(DELETED)${all.slice(end)}`,
      text,
    );
    expect(kinds(withholding([...new Set(names)], 'other'), rest)).toEqual([]);
  });
});

describe('in texts with one name withheld', () => {
  it('other names are seldom taken for it', () => {
    let [searches, mistaken] = [0, 0];
    const shapes = new Set<string>();
    for (const { text, mentions } of ['seen', 'unseen'].flatMap(markedTexts)) {
      const people = mentions
        .filter(({ type }) => type === 'person')
        .map(({ start, end }) => text.slice(start, end));
      const words = text.split(' ');
      for (const name of new Set(people)) {
        searches++;
        for (const { at, likeness } of finderOf(withholding([name])).find(words)) {
          if (likeness === 'shape') shapes.add(`${name}: ${words[at] ?? ''}`);
          else if (likeness !== 'form') mistaken++;
        }
      }
    }
    expect(searches).toBeGreaterThan(100);
    expect(mistaken / searches).toBeLessThan(0.05);
    // A short name and its full one, and case forms, are each the same person.
    expect([...shapes].sort()).toEqual(
      ['Dasha: Darya', 'Darya Volkonskaya: "Dasha', 'Айгуль Бекову: Бекова', 'Бекова: Бекову.'].sort(),
    );
  });
});

test('a case form of a language that only some lines are in is found', () => {
  const said = (language?: string) => [
    { id: 'w1', text: 'geldi', start: null, end: null, ...(language !== undefined && { language }) },
  ];
  const document = withholding(['Aydemir']);
  expect(kinds({ ...document, words: said() }, 'we came Aydemirlerden home')).toEqual([]);
  expect(kinds({ ...document, words: said('tr') }, 'we came Aydemirlerden home')).toEqual(['shape']);
});
