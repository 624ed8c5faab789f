import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { appRoot } from '../../../../main/system/appRoot';
import { DECISION_WORDS, decidedOnlyHere, TYPE_WORDS } from '../../../../renderer/ui/entityWords';
import { languageName } from '../../../../renderer/ui/languages';
import { setLocale, t, type Catalogue } from '../../../../shared/messages/messages';

afterEach(() => setLocale('en', {}));

it('follow the language of the app, also where they were asked for before', () => {
  const said = () => [
    TYPE_WORDS.place,
    DECISION_WORDS.withhold,
    decidedOnlyHere('keep'),
    languageName('kk'),
    ...[1, 2, 5, 21].map((count) => t('{count, plural, one {# word} other {# words}}', { count })),
  ];
  expect(said()).toEqual([
    ...['place', 'withheld', 'kept only here', 'Kazakh'],
    ...['1 word', '2 words', '5 words', '21 words'],
  ]);
  const russian = JSON.parse(
    readFileSync(join(appRoot(), 'resources/messages/ru.json'), 'utf8'),
  ) as Catalogue;
  setLocale('ru', russian);
  expect(said()).toEqual([
    ...['место', 'скрыто', 'оставлено только здесь', 'казахский'],
    ...['1 слово', '2 слова', '5 слов', '21 слово'],
  ]);
});
