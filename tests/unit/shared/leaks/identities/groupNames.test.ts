import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import type { EntityType } from '../../../../../shared/model/entity';
import { groupNames } from '../../../../../shared/leaks/identities/groupNames';

/** Returns the names of each identity, in the order in which they are first said. */
function groups(language: string, texts: readonly string[], type: EntityType = 'person'): string[][] {
  const identities = groupNames(
    texts.map((text) => ({ text, type })),
    nameKnowledge,
    language,
  );
  const byKey = new Map<string, string[]>();
  for (const [i, { key }] of identities.entries()) {
    const group = byKey.get(key) ?? [];
    byKey.set(key, group);
    group.push(texts[i] ?? '');
  }
  return [...byKey.values()];
}

function identity(language: string, texts: readonly string[], of: string) {
  const found = groupNames(
    texts.map((text) => ({ text, type: 'person' as const })),
    nameKnowledge,
    language,
  );
  return found[texts.indexOf(of)];
}

describe('names that are one', () => {
  it.each<[string, string, string[]]>([
    ['ru', 'case forms', ['Анну', 'Анной', 'Анна', 'Анне']],
    ['ru', 'case forms without the nominative', ['Тамару', 'Тамарой']],
    ['ru', 'a man', ['Тимур', 'Тимура', 'Тимуру', 'Тимуром']],
    ['ru', 'a vowel that other cases lose', ['Павел', 'Павла', 'Павлу']],
    ['ru', 'й and ь', ['Сергей', 'Сергея', 'Сергеем', 'Сергею']],
    ['ru', 'ий', ['Юрий', 'Юрия', 'Юрию']],
    ['ru', 'ия', ['Мария', 'Марии', 'Марию']],
    ['ru', 'a diminutive and its forms', ['Анна', 'Аня', 'Ани', 'Аню']],
    ['ru', 'a diminutive in one case alone', ['Анна Петрова', 'Аню']],
    ['ru', 'whose something is', ['Маша', 'Машина', 'Машей']],
    ['ru', 'a surname of a man', ['Зеленцов', 'Зеленцова', 'Зеленцову', 'Зеленцовым']],
    ['ru', 'a surname like an adjective', ['Залесский', 'Залесского', 'Залесским']],
    ['ru', 'a full name in other cases', ['Анна Петрова', 'Анны Петровой', 'Анну Петрову']],
    ['ru', 'a full name and its parts', ['Анна Петрова', 'Анны', 'Петровой', 'Ане']],
    ['ru', 'three names and two', ['Анна Сергеевна Петрова', 'Анны Сергеевны', 'Петрова', 'Анну Петрову']],
    ['ru', 'initials', ['Тимур Зеленцов', 'Т. Зеленцова', 'Зеленцову']],
    ['ru', 'a woman in -ия', ['Алия', 'Алию', 'Алией', 'Алии']],
    ['pl', 'full names', ['Jan Kowalski', 'Jana Kowalskiego', 'Kowalskim']],
    ['uk', 'case forms', ['Олена', 'Олени', 'Олену', 'Оленою']],
    ['tr', 'behind an apostrophe', ['Ayşe', "Ayşe'nin", "Ayşe'ye"]],
    ['kk', 'case forms', ['Ерлан', 'Ерланға', 'Ерланның', 'Ерланды', 'Ерланмен']],
    ['kk', 'case forms without the nominative', ['Айгүлге', 'Айгүлдің']],
    ['kk', 'behind a voiceless sound', ['Марат', 'Маратқа', 'Маратты', 'Маратпен']],
    ['kk', 'a full name', ['Ерлан Сәрсенов', 'Ерлан Сәрсеновке', 'Ерланнан']],
    ['kk', 'Latin letters', ['Erlan', 'Erlanğa', 'Erlannyñ', 'Erlandy']],
    ['kk', 'two scripts', ['Айгүл', 'Aigul']],
    ['en', 'possessives', ['Mira Oten', "Mira's", 'Oten’s', 'OTEN']],
    ['en', 'a diminutive', ['William Marlow', 'Bill', 'Bill Marlow']],
    ['en', 'with a title', ['Dana Kestrel', 'Ms Kestrel', 'Kestrel']],
    ['en', 'a part of one name', ['Dana Kestrel', 'Kestrel', 'Dana']],
  ])('%s: %s', (language, _, texts) => {
    expect(groups(language, texts)).toEqual([texts]);
  });

  it('are places too, in their cases', () => {
    expect(groups('ru', ['Казань', 'Казани', 'Казанью'], 'place')).toHaveLength(1);
    expect(groups('kk', ['Тараз', 'Таразда', 'Тараздан', 'Таразға'], 'place')).toHaveLength(1);
  });

  it('are called by their fullest form, and tell all others', () => {
    const texts = ['Петровой', 'Анне', 'Анна Петрова', 'Анну Петрову', 'Анне'];
    expect(identity('ru', texts, 'Анне')).toEqual({
      key: expect.any(String) as string,
      name: 'Анна Петрова',
      forms: ['Петровой', 'Анне', 'Анна Петрова', 'Анну Петрову'],
    });
  });
});

describe('names that are two', () => {
  it.each<[string, string, string[][]]>([
    [
      'ru',
      'a given name and the surname made of it',
      [
        ['Иван', 'Ивана'],
        ['Иванов', 'Ивановым'],
      ],
    ],
    [
      'ru',
      'near in letters',
      [
        ['Марина', 'Марины'],
        ['Марьяна', 'Марьяны'],
      ],
    ],
    ['ru', 'a man and a woman of known names', [['Валентин', 'Валентином'], ['Валентины'], ['Валентина']]],
    ['ru', 'full names with one surname', [['Анна Ким'], ['Тимур Ким'], ['Ким']]],
    [
      'kk',
      'a name that begins like another',
      [
        ['Алма', 'Алманың'],
        ['Алмат', 'Алматқа'],
      ],
    ],
    ['kk', 'a longer name', [['Айгүл'], ['Айгүлім Сейіт'], ['Айгерім']]],
    ['tr', 'apostrophes within', [["Ya'qub"], ["Ya'sin"]]],
    ['en', 'sounding alike', [['Marten'], ['Martin']]],
    ['en', 'endings of other languages', [['Lena'], ['Lenada']]],
  ])('%s: %s', (language, _, expected) => {
    expect(new Set(groups(language, expected.flat()))).toEqual(new Set(expected));
  });

  it('leave a part that both have to itself, and tell both', () => {
    const texts = ['Анна Петрова', 'Анну Ким', 'Анны', 'Петровой'];
    expect(groups('ru', texts)).toEqual([['Анна Петрова', 'Петровой'], ['Анну Ким'], ['Анны']]);
    expect(identity('ru', texts, 'Анны')?.mayBe?.sort()).toEqual(['Анна Петрова', 'Анну Ким']);
    expect(identity('ru', texts, 'Петровой')?.mayBe).toBeUndefined();
  });

  it('leave a diminutive of both to itself', () => {
    const texts = ['Александр Зуев', 'Александра Орлова', 'Саша', 'Зуева'];
    expect(groups('ru', texts)).toEqual([['Александр Зуев', 'Зуева'], ['Александра Орлова'], ['Саша']]);
    expect(identity('ru', texts, 'Саша')?.mayBe?.sort()).toEqual(['Александр Зуев', 'Александра Орлова']);
  });

  // "Иванова" alone is the genitive of a man more often than a second person, so it is his until something tells of a
  // woman. From then on it may belong to either, and a person decides.
  it('are a man and a woman of one surname only where a form tells of a woman', () => {
    expect(groups('ru', ['Зуев', 'Зуева', 'Зуеву'])).toHaveLength(1);
    const texts = ['Зуев', 'Зуевым', 'Зуевой', 'Зуева'];
    expect(groups('ru', texts)).toEqual([['Зуев', 'Зуевым'], ['Зуевой'], ['Зуева']]);
    expect(identity('ru', texts, 'Зуева')?.mayBe?.sort()).toEqual(['Зуев', 'Зуевой']);
    const full = ['Алия Зуева', 'Данияр Зуев', 'Зуева'];
    expect(identity('ru', full, 'Зуева')?.mayBe?.sort()).toEqual(full.slice(0, 2));
    expect(groups('ru', ['Майра Зуева', 'Зуев'])).toHaveLength(2);
    expect(groups('ru', ['Анна Зуева', 'Анны Зуевой'])).toHaveLength(1);
    expect(groups('ru', ['Ивана Зуева', 'Иван Зуев'])).toHaveLength(1);
    expect(groups('ru', ['Анна Зуева', 'Тимур Зуев'])).toHaveLength(2);
  });

  it('are numbers that are not the same', () => {
    expect(groups('en', ['+7 701 555 0001', '+7 701 555 0002', '+7 701 555 0001'], 'phone')).toHaveLength(2);
  });
});

it('takes time in proportion to the names', () => {
  const syllables = ['ба', 'ви', 'го', 'ду', 'же', 'за', 'ки', 'ло', 'му', 'не'];
  const surname = (i: number) => Array.from(String(i), (digit) => syllables[Number(digit)]).join('');
  const texts = Array.from({ length: 5000 }, (_, i) => [`Анна Т${surname(i)}рова`, 'Анны'][i % 2] ?? '');
  const identities = groupNames(
    texts.map((text) => ({ text, type: 'person' as const })),
    nameKnowledge,
    'ru',
  );
  expect(new Set(identities.map(({ key }) => key)).size).toBe(2501);
  expect(identities[1]?.mayBe).toHaveLength(5);
});

it('case forms of the language of their line are one, whatever the interview is said to be in', () => {
  const keysOf = (language?: string) =>
    groupNames(
      ['Aydemir', 'Aydemirden'].map((text) => ({ text, type: 'person' as const, language })),
      nameKnowledge,
      'en',
    ).map(({ key }) => key);
  expect(new Set(keysOf()).size).toBe(2);
  expect(new Set(keysOf('tr')).size).toBe(1);
});
