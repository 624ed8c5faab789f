import { describe, expect, it } from 'vitest';
import { findForms } from '../../../../shared/leaks/findForms';

const wordsOf = (text: string) =>
  text.split(' ').map((one, i) => ({ id: `w${i}`, text: one, start: null, end: null }));
const found = (text: string, wanted: string, language: string) =>
  findForms(wordsOf(text), wanted, language).map(({ first, last, from, to }) => {
    const words = text.split(' ').slice(first, last + 1);
    return first === last ? words.join(' ').slice(from, to) : words.join(' ');
  });

describe('a word that is looked for', () => {
  it.each([
    ['ru', 'город', 'Город и города, из города, в городе; городом, но не огород', 5],
    ['ru', 'Айгерим Бекова', 'Видели Айгерим Бекову, с Айгерим Бековой. Бекова одна', 2],
    ['kk', 'ауыл', 'Ауыл, ауылда және ауылдан, ауылымыз; ауыр', 4],
    ['ru', 'Almaty', 'из Алматы, Алматы и Almaty', 3],
    ['kk', 'Тараз', 'Taraz, Таразда, Тараздан', 3],
    ['en', 'Алматы', 'In Almaty, and Almaty’s trams', 2],
    ['en', 'city', 'One city, two cities, the city’s edge; a citizen', 3],
    ['en', 'box', 'A box, boxes, a boxer dog', 2],
    ['en', 'pass', 'They pass a pass; passes', 3],
  ])('is found in its forms in %s: %s', (language, wanted, text, places) => {
    expect(found(text, wanted, language)).toHaveLength(places);
  });

  it('is found without the signs around it, and not across lines', () => {
    expect(found('«Города», говорит', 'город', 'ru')).toEqual(['Города']);
    const words = wordsOf('Айгерим Бекова').map((word, i) => ({
      ...word,
      ...(i === 1 && { paragraph: true as const }),
    }));
    expect(findForms(words, 'Айгерим Бекова', 'ru')).toEqual([]);
    expect(findForms(words, ' … ', 'ru')).toEqual([]);
  });
});
