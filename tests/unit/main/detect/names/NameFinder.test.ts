import { describe, expect, it } from 'vitest';
import { LEAST_SCORES } from '../../../../../shared/model/questionLevel';
import { suggestInText } from '../../../../../main/detect/suggestInText';

/** Sentences in which everybody is invented, and which were not used to choose anything. Names are between brackets. */
const SENTENCES: Record<string, readonly string[]> = {
  Russian: [
    'Меня зовут [Айжан Тулегенова], я родилась в [Уральске] и двадцать лет преподавала физику.',
    'Тогда [Виктор Кленовский] сказал следователю, что никогда не был в [Костанае].',
    'Мы с [Мариной] ждали у ворот, пока [Сергей Ильич Рябинин] разговаривал с охраной.',
    'Через неделю письмо передали [Олегу Верещагину], который жил в [Павлодаре].',
    'Дом [Гульнары Омарбековой] стоял на краю села, и к ней приходили по ночам.',
  ],
  Kazakh: [
    'Менің атым [Ерлан Ордабаев], мен [Таразда] тұрамын, бұрын мұғалім болып жұмыс істедім.',
    'Кеше [Сәуле Жұмағұлова] маған хабарласып, [Шымкентке] баратынын айтты.',
    '[Айгүлдің] ағасы [Бауыржан] сол күні үйде болмаған.',
    'Бізді [Қарағандыға] апарды, сонда [Марат Тілеубаев] бізді күтіп тұрды.',
    'Тергеуші [Динара Сейітқызынан] не болғанын сұрады.',
  ],
  English: [
    'My name is [Mira Oten], and I have lived in [Taraz] since the school was closed.',
    'Then [Aigul Bekova] told the officer that her brother [Yerlan] had left for [Almaty].',
    'We waited with [Tomas Havelka] outside the building until [Zhang Lihua] came back.',
    'The lawyer, [Harriet Whitcombe], wrote to them from [Prague] in the spring.',
  ],
};

function read(marked: string): { text: string; names: { start: number; end: number }[] } {
  const names: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]+\])/u)) {
    const name = /^\[(.+)\]$/u.exec(part)?.[1];
    if (name !== undefined) names.push({ start: text.length, end: text.length + name.length });
    text += name ?? part;
  }
  return { text, names };
}

const asWritten = (text: string) => text;
const small = (text: string) => text.toLowerCase();
/** Writes a text as recognisers without punctuation do. */
const spoken = (text: string) => {
  const said = small(text).replace(/[.,]/gu, ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
  it.each([
    ['as it is written', asWritten, 0.95],
    ['in small letters', small, 0.85],
    ['as recognisers write it', spoken, 0.85],
  ])('names are found %s, and little else', (_way, change, least) => {
    let [found, all, asked, right] = [0, 0, 0, 0];
    for (const { text, names } of sentences.map(read)) {
      const suggestions = suggestInText(change(text)).filter(({ score }) => score >= LEAST_SCORES.balanced);
      for (const name of names) {
        all++;
        if (suggestions.some(({ start, end }) => start <= name.start && end >= name.end)) found++;
      }
      for (const { start, end } of suggestions) {
        asked++;
        if (names.some((name) => start < name.end && end > name.start)) right++;
      }
    }
    expect(found / all).toBeGreaterThanOrEqual(least);
    expect(right / asked).toBeGreaterThan(0.75);
  });
});

it('reads each sentence in its own language, also where one has two', () => {
  const text =
    'Then Aigul said: «Меня встретил Марат Тлеубаев в Костанае». Кейін Сәуле Жұмағұлова Алматыға кетті, and Mira Oten stayed.';
  const names = suggestInText(text)
    .filter(({ score }) => score >= LEAST_SCORES.balanced)
    .map((suggestion) => suggestion.text);
  for (const name of ['Aigul', 'Марат Тлеубаев', 'Костанае', 'Сәуле Жұмағұлова', 'Алматыға', 'Mira Oten'])
    expect(names).toContain(name);
});

it('gives reasons in words', () => {
  for (const { why } of suggestInText('Тогда Виктор Кленовский сказал, что был в Костанае.'))
    expect(why).toMatch(/\p{L}{3}/u);
});

const askedAbout = (text: string): string[] =>
  suggestInText(text)
    .filter(({ score }) => score >= LEAST_SCORES.balanced)
    .map((suggestion) => suggestion.text);

it.each([
  [
    'then pedro valderano de la torrena wrote to us from taraz, and nobody answered him',
    'pedro valderano de la torrena',
  ],
  ['we asked the lawyer robert m. t. hunterly about it, and he said nothing to us', 'robert m. t. hunterly'],
  ['she lives in washington, d.c. with her mother now, and works there as a nurse', 'd.c.'],
])('takes what is small in a name for a part of it: “%s”', (text, name) => {
  expect(askedAbout(text)).toContain(name);
});

it('reads names without capitals among sentences that have some, where people write capitals at will', () => {
  const chat = [
    'we waited there for hours',
    'I saw trisk at the shop on Monday, he was so happy',
    'omg I told you, go ask her about it',
    'They closed the school again. I think she knows why',
    'Thanks to velmar and his brother, I got home',
  ].join('\n');
  const names = askedAbout(chat);
  for (const name of ['trisk', 'velmar']) expect(names).toContain(name);
});
