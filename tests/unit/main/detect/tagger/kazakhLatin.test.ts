import { expect, it } from 'vitest';
import { isKazakhLatin, toCyrillic } from '../../../../../main/detect/tagger/kazakhLatin';

it.each([
  ['Menıñ atym Erlan, Abaidy körgen joqpyn', 'Менің атым Ерлан, Абайды көрген жоқпын'],
  ['İlias Şymkentke düniege', 'Іліас Шымкентке дүніеге'],
  ['İlias bızdı Ūlanğa', 'Илиас бізді Ұланға'],
  ['Qasym söiledi', 'Қасым сөйледі'],
])('writes %j as %j', (latin, cyrillic) => {
  expect(toCyrillic(latin.split(' ')).join(' ')).toBe(cyrillic);
});

it.each([
  ['Menıñ atym Erlan, men Şymkentte tūramyn', true],
  ['Meniñ atym Erlan men Shymkentte turamyn', true],
  ['Bız olardy qazır kördık jäne söilestık', true],
  ['El señor Muñoz vive en España', false],
  ['Bugün okulda öğretmen yoktu çünkü hastaydı', false],
  ['Wir haben über die Brücke gehört', false],
  ['My name is Mira Oten and I live in Almaty', false],
  ['', false],
])('%j is Kazakh: %s', (text, kazakh) => {
  expect(isKazakhLatin(text.split(' '))).toBe(kazakh);
});
