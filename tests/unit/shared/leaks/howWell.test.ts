import { describe, expect, it } from 'vitest';
import { howWell } from '../../../../shared/leaks/howWell';
import type { Measured } from '../../../../shared/model/measured';

const figures = { person: 0.95, place: 0.9, precision: 0.7 };
const levels = {
  fewer: { ...figures, precision: 0.97 },
  balanced: figures,
  everything: { ...figures, person: 1 },
};
const measured: Measured = {
  languages: { en: levels, ru: levels, kk: levels },
  few: { fa: { sentences: 17, found: 0.62 } },
};
const ENGLISH =
  'They took my brother to the town and we did not hear from him for a year, but it was then that I wrote.';
const RUSSIAN = 'Мы не знали, куда его увезли, и никто нам ничего не сказал об этом до самого вечера.';
const KAZAKH =
  'Біз оны қайда әкеткенін білмедік, кешке дейін ешкім ештеңе айтқан жоқ, содан кейін үйге қайттық.';
const ARABIC = 'لم نعرف إلى أين أخذوه ولم يقل لنا أحد شيئا حتى المساء';
const of = (text: string, language: string) => howWell(text.split(' '), language, measured);

describe('how well names are found', () => {
  it('is told with figures where it was measured', () => {
    expect(of(RUSSIAN, 'ru').languages).toEqual([
      'In Russian, about 95 of 100 names of people and 90 of 100 names of places are found at “balanced”; read every line.',
    ]);
    expect(of(RUSSIAN, 'ru').levels).toEqual({
      fewer:
        'In Russian, of 100 people’s names it misses about 5, of 100 places about 10; nearly all questions are about a name.',
      balanced:
        'In Russian, of 100 people’s names it misses about 5, of 100 places about 10; of 10 questions about 3 are about something else.',
      everything:
        'In Russian, of 100 people’s names it misses about 1, of 100 places about 10; of 10 questions about 3 are about something else.',
    });
  });

  it.each([
    ['English that nobody named', ENGLISH, 'und', ['In English,']],
    ['what is said to be another language', RUSSIAN, 'en', ['In Russian,']],
    ['Kazakh within Russian', `${RUSSIAN} ${KAZAKH}`, 'ru', ['In Russian,', 'In Kazakh,']],
    [
      'a few Kazakh words in Russian that nobody named',
      `${RUSSIAN} қайда ${RUSSIAN} ұзақ`,
      'und',
      ['In Russian,', 'In Kazakh,'],
    ],
    ['Kazakh that nobody named', KAZAKH, 'und', ['In Kazakh,']],
    ['two scripts', `${RUSSIAN} ${RUSSIAN} ${ENGLISH}`, 'ru', ['In Russian,', 'In English,']],
    [
      'Kazakh in Latin letters',
      'Biz ony qaida äketkenin bılmedik keşke deiın',
      'kk',
      ['How many names are found in Kazakh in Latin letters was not measured;'],
    ],
    [
      'Kyrgyz',
      'Биз аны кайда алып кеткенин билген жокпуз',
      'ky',
      ['How many names are found in Kyrgyz was not measured;'],
    ],
    [
      'Persian, of which a few sentences were tried',
      'ما نمی‌دانستیم او را کجا بردند و کسی چیزی به ما نگفت',
      'fa',
      ['Finds about 6 in 10 names in Persian, tried on 17 sentences only; read every line.'],
    ],
    [
      'Georgian, which has neither',
      'ჩვენ არ ვიცოდით სად წაიყვანეს ის და არავინ გვითხრა',
      'ka',
      ['Hardly any names are suggested in Georgian; read every line.'],
    ],
    ['Arabic', ARABIC, 'ar', ['Names in Arabic are suggested by lists and titles only;']],
    [
      'Arabic letters that nobody named',
      ARABIC,
      'und',
      ['Names in Arabic letters are suggested by lists and titles only;'],
    ],
  ])('is told for %s', (_, text, language, expected) => {
    expect(of(text, language).languages.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(
      expected,
    );
    for (const line of of(text, language).languages) expect(line).toMatch(/read every line\.$/u);
  });

  it('is told for each level without figures too', () => {
    expect(new Set(Object.values(of(ARABIC, 'ar').levels)).size).toBe(3);
  });

  it('says nothing of a few foreign words, or of no words', () => {
    expect(of(`${RUSSIAN} ${RUSSIAN} Facebook`, 'ru').languages).toHaveLength(1);
    expect(howWell([], 'ru', measured).languages).toEqual([]);
  });
});
