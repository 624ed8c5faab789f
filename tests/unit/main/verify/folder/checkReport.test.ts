import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { renderReport } from '../../../../../main/export/report/writeReport';
import { exportReport, REPORT_FILES, type ExportReport } from '../../../../../main/published/exportReport';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkReport } from '../../../../../main/verify/folder/checkReport';
import { sayIn } from '../../../../../main/system/chooseLocale';
import { spoken } from '../../../../../main/published/SpokenCheck';
import { t, type Locale } from '../../../../../shared/messages/messages';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import { useTemporaryFolder } from '../../../../support/makeMedia';

const at = useTemporaryFolder();
const finderOf = (...texts: string[]) =>
  new LeakFinder(
    texts.map((text) => ({ text, entityId: 'e1' })),
    nameKnowledge,
  );

const reportWith = (overruled: number, spans: number, language: Locale = 'en'): ExportReport =>
  sayIn(language, () => reportOf(overruled, spans));

const reportOf = (overruled: number, spans: number): ExportReport =>
  exportReport(
    {
      ...{ blur: 'tone', covers: [], disguised: true },
      spans: Array.from({ length: spans }, (_, i) => ({ from: i, to: i + 0.5 })),
    },
    [{ name: 'recording.mp4', bytes: 1234, sha256: 'ab'.repeat(32) }],
    [
      spoken({ name: 'length', file: 'recording.mp4', ok: true }, () => t('It is as long as the recording.')),
      { name: 'heard again', file: null, ok: true, done: false, detail: 'Nobody listened.' },
      { name: 'unchanged', file: null, ok: false, detail: 'it is not.', ...(overruled > 0 && { overruled }) },
    ],
  );

async function passes(
  file: string,
  written: string,
  report: ExportReport | ((language: Locale) => ExportReport),
  finder: LeakFinder,
): Promise<boolean> {
  await writeFile(at(file), written);
  const reportIn = typeof report === 'function' ? report : () => report;
  return (await checkReport(new ExportedFile(at(file)), reportIn, finder)).ok;
}

/** Words of every page, of its markup and style, and of this report. */
const EVERYDAY = [
  'page',
  'wide',
  'viewport',
  'charset',
  'answer',
  'promise',
  'system',
  'scheme',
  'padding',
  'length',
];

/** The same words in Russian. */
const EVERYDAY_RUSSIAN = [
  'Изображение',
  'Проверки',
  'Ответ',
  'Голоса',
  'Папка',
  'Распознаватель',
  'Длина',
  'Следа',
];

describe.each(REPORT_FILES)('a %s', (file) => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 12],
  ])(
    'is not refused for what every report says, nor for what this one has to say',
    async (overruled, spans) => {
      const report = reportWith(overruled, spans);
      expect(await passes(file, renderReport(report)[file], report, finderOf(...EVERYDAY))).toBe(true);
      // A report with a wrong hash is not taken for its own either.
      const other = { ...report, files: [{ name: 'recording.mp4', bytes: 99, sha256: 'cd'.repeat(32) }] };
      expect(await passes(file, renderReport(report)[file], other, finderOf(...EVERYDAY))).toBe(true);
    },
  );

  test.each([
    [0, 1],
    [1, 21],
    [4, 1234],
  ])(
    'is read in the language that it was written in, whichever the app speaks by then',
    async (overruled, spans) => {
      const report = reportWith(overruled, spans, 'ru');
      const written = sayIn('ru', () => renderReport(report))[file];
      expect(written).toContain('Он такой же длины, как запись.');
      const reportIn = (language: Locale) => reportWith(overruled, spans, language);
      const finder = finderOf(...EVERYDAY_RUSSIAN);
      expect(await passes(file, written, reportIn, finder)).toBe(true);
      // Compared with the English report, its own sentences would count as somebody's additions.
      expect(await passes(file, written, () => reportIn('en'), finder)).toBe(false);
      expect(
        await passes(file, written.replace('Он такой же', 'Бекова такой же'), reportIn, finderOf('Бекова')),
      ).toBe(false);
    },
  );

  test('that says it is in another language than it is has its sentences searched', async () => {
    const written = sayIn('ru', () => renderReport(reportWith(0, 2, 'ru')))[file];
    const claimed = written.replace('"ru"', '"en"');
    expect(claimed).not.toBe(written);
    const reportIn = (language: Locale) => reportWith(0, 2, language);
    expect(await passes(file, claimed, reportIn, finderOf(...EVERYDAY_RUSSIAN))).toBe(false);
  });

  test.each([
    ['in a text', (text: string) => text.replace('It is as long', 'Bekova is as long')],
    [
      'in a place of its own',
      (text: string) =>
        text.replace(/<\/body>|"limits"/u, (end) =>
          end === '"limits"' ? '"by":"Bekova","limits"' : '<p>Bekova</p></body>',
        ),
    ],
    [
      'in the style, or in a key',
      (text: string) =>
        text.replace(/h1 \{|"limits"/u, (end) =>
          end === '"limits"' ? '"Bekova":1,"limits"' : '/* Bekova */ h1 {',
        ),
    ],
    [
      'in a tag, or in a key that stands twice',
      (text: string) =>
        text.replace(/<h2>|"title"/u, (end) =>
          end === '"title"' ? '"title": "Bekova", "title"' : '<h2 data-by="Bekova">',
        ),
    ],
    [
      'in the name of an element, or between',
      (text: string) =>
        text.replace(/<h2>|"limits"/u, (end) =>
          end === '"limits"' ? '"x":"Be\\u006bova","limits"' : '<bekova><h2>',
        ),
    ],
  ])('is refused for a name %s', async (_where, plant) => {
    const report = reportWith(0, 2);
    const honest = renderReport(report)[file];
    const finder = finderOf('bekova');
    expect(await passes(file, honest, report, finder)).toBe(true);
    expect(plant(honest)).not.toBe(honest);
    expect(await passes(file, plant(honest), report, finder)).toBe(false);
  });
});
