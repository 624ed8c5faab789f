import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { truthOf } from '../support/speech';
import type { Bench } from './Bench';
import { median, type Row } from './Row';
import { runProcess, type Run } from './runProcess';
import { appRoot } from '../../main/system/appRoot';

const WORDS = 40_000;
/** Most seconds that so many words may take, including the reading of lists and models. */
const MOST_SECONDS = 1;

/** Russian sentences in varying forms. Every name in them is invented. */
const GIVEN = ['Айгуль', 'Марат', 'Динара', 'Виктор', 'Ольга', 'Ерлан', 'Сауле', 'Тимур', 'Зарина', 'Павел'];
const FAMILY = [
  'Ордабаев',
  'Сеитова',
  'Кленовский',
  'Жумагулова',
  'Рябинин',
  'Тлеубаева',
  'Верещагин',
  'Омарбек',
];
const PLACES = ['Алматы', 'Караганде', 'Шымкенте', 'Таразе', 'Уральске', 'Жезказгане', 'Костанае'];
const WORD_STEMS = [
  'говор',
  'работ',
  'помн',
  'встреч',
  'спрос',
  'ожид',
  'пис',
  'слыш',
  'вид',
  'знач',
  'город',
  'стран',
  'улиц',
  'сосед',
];
const ENDINGS = [
  'ил',
  'ала',
  'или',
  'ает',
  'ают',
  'ать',
  'ный',
  'ная',
  'ного',
  'ами',
  'ов',
  'ом',
  'ах',
  'ение',
];

function russian(): string {
  const words: string[] = [];
  const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
  for (let i = 0; words.length < WORDS; i++) {
    const said = Array.from(
      { length: 9 },
      (_, k) => `${at(WORD_STEMS, i * 7 + k * 5)}${at(ENDINGS, i * 3 + k * 11)}`,
    );
    words.push('Тогда', at(GIVEN, i * 3), at(FAMILY, i * 5), ...said, 'в', `${at(PLACES, i)}.`);
  }
  return words.slice(0, WORDS).join(' ');
}

function english(): string {
  const words = truthOf('trial-5min');
  return Array.from({ length: WORDS }, (_, i) => words[i % words.length]?.text ?? '').join(' ');
}

/** Measures how long looking for names takes on one processor, in a program that was just started. */
export const names: Bench = async ({ folder, rounds, say }) => {
  const rows: Row[] = [];
  for (const [language, text] of [
    ['English', english()],
    ['Russian', russian()],
  ] as const) {
    const [long, short] = [join(folder, `${language}.txt`), join(folder, 'one.txt')];
    await writeFile(long, text);
    await writeFile(short, '1\n');
    const runs: { long: Run; short: Run }[] = [];
    for (let round = 0; round < rounds; round++) {
      say(`Looking for names in ${language}, round ${round + 1} of ${rounds}`);
      runs.push({ long: await suggest(long), short: await suggest(short) });
    }
    const value = median(runs.map((run) => run.long.seconds - run.short.seconds));
    const megabytes = median(runs.map((run) => run.long.memory.own));
    const start = median(runs.map((run) => run.short.seconds));
    rows.push({
      what: `names in ${WORDS.toLocaleString('en')} words, ${language}`,
      value: `${value.toFixed(2)} s`,
      goal: { value, most: MOST_SECONDS, unit: 's' },
      beside: `${Math.round(megabytes)} MiB at most; a text of one word takes ${start.toFixed(2)} s`,
    });
  }
  return rows;
};

const suggest = (file: string): Promise<Run> =>
  runProcess('taskset', [
    '-c',
    '0',
    process.execPath,
    join(appRoot(), 'dist', 'cli.js'),
    'suggest',
    '--text',
    file,
    '--json',
  ]);
