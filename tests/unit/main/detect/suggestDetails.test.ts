import { describe, expect, it } from 'vitest';
import { suggestAll } from '../../../../main/detect/suggestAll';
import { suggestDetails } from '../../../../main/detect/suggestDetails';
import { suggestInText } from '../../../../main/detect/suggestInText';
import { suggestInTranscript } from '../../../../main/detect/suggestInTranscript';
import { LATE, OTHER_WAYS, SET_ASIDE, TUNED } from '../../../fixtures/details';
import { cpuSeconds } from '../../../support/cpuSeconds';
import { markedTexts } from '../../../support/markedText';
import { scoreDetails } from '../../../support/scoreDetails';

const details = (text: string) => suggestDetails(text, suggestInText(text));
const said = (text: string) => details(text).map((one) => [one.detail, one.text]);

describe('details', () => {
  const LANGUAGES = ['en', 'ru', 'kk'] as const;
  it.each(
    LANGUAGES.flatMap((language) => [
      ['tuned', language, [...TUNED[language], ...OTHER_WAYS[language]], 0.9] as const,
      ['set aside', language, SET_ASIDE[language], 0.9] as const,
      ['late', language, LATE[language], 0.75] as const,
    ]),
  )('%s, %s: most are found, and hardly anything else', (_, __, sentences, least) => {
    const { details: all, found, kinds, suggested, right } = scoreDetails(sentences, suggestAll);
    expect(found / all).toBeGreaterThanOrEqual(least);
    // Names take some of them: the car in "a white Lada" is suggested as a name.
    expect(kinds / all).toBeGreaterThanOrEqual(least - 0.15);
    expect(right / suggested).toBeGreaterThanOrEqual(0.9);
  });

  it('do not drown a person: at most 12 in 1,000 words of testimony', () => {
    for (const { text } of [...markedTexts('seen'), ...markedTexts('unseen')]) {
      const words = text.split(/\s+/u).length;
      expect(details(text).length).toBeLessThanOrEqual(Math.ceil((words * 12) / 1000));
    }
  });

  it('never overlap names or each other, and have their text and a reason', () => {
    const text = [...TUNED.en, ...TUNED.ru, ...TUNED.kk].map((one) =>
      one.replace(/\[[a-z]+:([^\]]+)\]/gu, '$1'),
    );
    const all = suggestAll(
      `${text.join('\n\n')}\n\nMy brother Timur in the army worked at the Almaty hospital.`,
    );
    for (const [i, one] of all.entries()) {
      expect(one.start).toBeGreaterThanOrEqual(all[i - 1]?.end ?? 0);
      expect(one.why).not.toBe('');
      if (one.detail !== undefined) expect(one.type).toBe('other');
    }
  });

  it('are the rest beside a name that stands in them, in whole words', () => {
    const text = 'My brother Timur in the army was there.';
    const name = { type: 'person', text: 'Timur', start: 11, end: 16, score: 0.9, why: 'a name' } as const;
    const kin = 'My brother works at the Korkem ministry.';
    const korkem = { ...name, text: 'Korkem', start: 24, end: 30 };
    expect(suggestDetails(text, []).map((one) => one.text)).toEqual(['My brother Timur in the army']);
    expect(suggestDetails(text, [name]).map((one) => one.text)).toEqual(['army']);
    expect(suggestDetails(kin, []).map((one) => one.text)).toEqual([
      'My brother works at the Korkem ministry',
    ]);
    expect(suggestDetails(kin, [korkem]).map((one) => one.text)).toEqual(['ministry']);
    const whole = { ...name, text: kin, start: 0, end: kin.length };
    expect(suggestDetails(kin, [whole])).toEqual([]);
    const office = 'She was the head of the regional office of our city.';
    expect(suggestDetails(office, [{ ...name, start: 24, end: 32 }]).map((one) => one.text)).toEqual([
      'office',
    ]);
  });

  it('cover the words of a transcript', () => {
    const words = 'My brother in the army, he was 43.'
      .split(' ')
      .map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5 }));
    expect(suggestInTranscript(words, suggestAll).map(({ detail, wordIds }) => [detail, wordIds])).toEqual([
      ['kin', ['w0', 'w1', 'w2', 'w3', 'w4']],
      ['age', ['w7']],
    ]);
    expect(suggestInTranscript(words)).toEqual([]);
  });

  it.each([
    'one two ',
    'мой брат ',
    'my brother who is ',
    'двадцать ',
    'жиырма ',
    '12 ',
    'a_b ',
    'a.b',
    'the head of ',
    'начальник областного ',
    'облыстық басқарманың ',
    'дом 12, ',
    'white car ',
    'Telegram ',
    'карта ',
    '1-',
    ' ',
    '\n',
  ])('are looked for in a time that grows with the text alone: %j', (part) => {
    const line = part.repeat(40_000 / part.length);
    expect(cpuSeconds(() => suggestDetails(line, []))).toBeLessThan(5);
  });

  it.each([
    ['Ol oblystyq basqarmanyñ basşysy bolğan.', 'role', 'oblystyq basqarmanyñ basşysy'],
    ['Ağam äskerde, oğan telefon soğuğa bolmaıdy.', 'kin', 'Ağam äskerde'],
    ['Jasy 43-te, jüregi auyrady.', 'age', 'Jasy 43-te'],
    ['Meni 2019 jylğy 12 mamyrda bosatty.', 'date', '2019 jylğy 12 mamyrda'],
  ])('are found in Kazakh of the Latin alphabet: %j', (text, kind, found) => {
    expect(suggestDetails(text, []).map((one) => [one.detail, one.text])).toEqual([[kind, found]]);
  });

  it('are none in everyday sentences', () => {
    for (const sentence of [
      'The director said nothing, and my brother went home.',
      'It was in May, I think, or in June.',
      'Директор молчал, и брат ушёл домой.',
      'Ағам үйге кетті, ештеңе айтпады.',
    ])
      expect(said(sentence)).toEqual([]);
  });
});
