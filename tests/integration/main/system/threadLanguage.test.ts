import { afterEach, expect, it } from 'vitest';
import { Suggester } from '../../../../main/detect/Suggester';
import { suggestAll } from '../../../../main/detect/suggestAll';
import { chooseLocale, sayIn } from '../../../../main/system/chooseLocale';
import { emptyDocument } from '../../../../shared/document/document';
import { splitWords } from '../../../../shared/text/splitWords';

afterEach(() => chooseLocale('en'));

const TEXT =
  'My name is Aigerim Sultanbekova, I worked for Open Voice in Almaty. Call me at +7 701 123 45 67. ' +
  'Меня зовут Айгуль Бекова, я живу в Караганде, на улице Абая, дом 5. He was the head of the regional office. ' +
  '我叫王晓明，住在乌鲁木齐。 اسمي أحمد حسن من دمشق.';

it('a thread that runs already answers the next question in the language that was chosen meanwhile', async () => {
  const words = splitWords(TEXT).map(({ text }, i) => ({ id: `w${i + 1}`, text, start: i, end: i + 0.9 }));
  const document = { ...emptyDocument(), words };
  const suggester = new Suggester();
  const reasons = async () => (await suggester.ask('names', document)).map(({ why }) => why);
  const english = await reasons();
  expect(english.length).toBeGreaterThan(3);
  expect(english.join()).not.toMatch(/[а-яё]{3}.*имя/u);
  chooseLocale('ru');
  const russian = await reasons();
  expect(russian).toHaveLength(english.length);
  expect(russian.join()).toContain('имя');
  chooseLocale('en');
  expect(await reasons()).toEqual(english);
});

/** Reasons are told apart by their words. If two read alike in one language, they would count as one there. */
it('the same is found with the same score in every language', () => {
  const found = () => suggestAll(TEXT).map(({ why: _, ...one }) => one);
  expect(sayIn('ru', found)).toEqual(found());
});
