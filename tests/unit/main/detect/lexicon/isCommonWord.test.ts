import { describe, expect, it } from 'vitest';
import { isCommonWord } from '../../../../../main/detect/lexicon/isCommonWord';

const words = (text: string) => text.trim().split(/\s+/u);

describe('isCommonWord', () => {
  it.each(
    words(`
    the of police same man station garden open voice justice house street arrested detained testimony interrogated leaflets
    apologised realised labour neighbour neighbours colour travelling whispered handcuffs cellmates reeducation barbed watchtower
    monday january kazakh russian uyghur chinese muslims christmas english president judge mr grandma okay perhaps nobody
    don't we're what's i'm o'clock will may hope 2021 12th 90s a
    `),
  )('is true of %s', (word) => {
    expect(isCommonWord(word)).toBe(true);
  });

  it.each(
    words(`
    aigul dana madina zarina saule kamila aliya dilnoza leila marta elena irina timur ruslan bolat daniyar arman nurlan askar viktor
    tomas emil jonas pavel bekova sadyrova ospanova tulegova abenova yusufova kalimova zhanova serimov zhunusov rakhimov mambetov
    kasenov orazov duisenov talgatov novak lindgren kowalec hartmann marchetti berger varga duval
    almaty taraz astana shymkent karaganda aktobe pavlodar kostanay bishkek tashkent osh samarkand london paris urumqi kashgar
    john mary peter smith brown muller mark rose grace abay gagarin lenin samal orion zhuldyz orken zaman
    zhumadilov patigul xiaoming horvath айгуль бекова алматы
    `),
  )('is false of %s', (word) => {
    expect(isCommonWord(word)).toBe(false);
  });
});
