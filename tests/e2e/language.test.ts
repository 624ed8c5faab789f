import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLocale } from '../../main/system/chooseLocale';
import type { Result } from '../../shared/contract/api';
import * as here from '../support/commandLine';
import { useFolder, withheld, withheldJson } from './withheld';

const RUSSIAN = { WITHHELD_LANGUAGE: 'ru' };
const LATIN_WORD = /[A-Za-z]{3,}/gu;

/** Finds words in Latin letters, except options, values, formats and names, which are the same in every language. */
const englishWordsIn = (text: string): string[] =>
  text
    .replace(/--?[a-z-]+|"[a-z]+"|\.[a-z]{3,}|\bwithheld\b/gu, ' ')
    .match(LATIN_WORD)
    ?.filter((word) => !ALIKE.has(word)) ?? [];
const ALIKE = new Set(
  (
    'new transcribe align suggest mark edge overrule boundaries marker chapters speech speakers cover show export verify ' +
    'models demo help ' +
    'list get add test remove txt docx html srt vtt json JSON Whisper Parakeet stdout auto mix all skipped ' +
    'keep none spans whisper cpp ONNX Ctrl'
  ).split(' '),
);

/** Runs a command line in Russian in this process, where it is asked for its sentences alone. */
async function inRussian(args: readonly string[]): Promise<here.Answer> {
  chooseLocale('ru');
  try {
    return await here.withheld(args, { env: { npm_lifecycle_event: undefined } });
  } finally {
    chooseLocale('en');
  }
}

/** The command line for somebody whose system speaks Russian. */
describe('the command line in Russian', () => {
  const at = useFolder();
  let interview = '';

  beforeAll(async () => {
    interview = at('interview.withheld');
    await writeFile(
      at('words.txt'),
      'Мы ждали, и Мира Отен пришла. Потом был обыск, и Мира Отен ушла в Карвел.\n',
    );
    await withheldJson(['new', interview, '--transcript', at('words.txt')]);
  });

  it.each([
    [[]],
    ...['new', 'transcribe', 'align', 'suggest', 'mark', 'edge', 'overrule', 'boundaries', 'marker'].map(
      (name) => [[name]],
    ),
    ...['chapters', 'speech', 'speakers', 'cover', 'show', 'export', 'verify', 'models', 'demo'].map(
      (name) => [[name]],
    ),
    ...['list', 'get', 'add', 'test', 'remove'].map((name) => [['models', name]]),
  ])('explains itself: %j', async (command) => {
    const { code, stdout } = await inRussian([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Использование: withheld');
    expect(englishWordsIn(stdout)).toEqual([]);
  });

  it('follows the system', async () => {
    const env = {
      WITHHELD_LANGUAGE: undefined,
      LC_ALL: undefined,
      LC_MESSAGES: undefined,
      LANG: 'ru_RU.UTF-8',
    };
    expect((await withheld(['--help'], { env })).stdout).toContain('Команды:');
    expect((await withheld(['--help'], { env: { ...env, LANG: 'C.UTF-8' } })).stdout).toContain('Commands:');
  });

  it.each([
    [['frobnicate', '--loud'], 'Неизвестный параметр --loud.'],
    [['new'], 'Не хватает: <интервью>.'],
    [['new', 'x.withheld', '--media'], 'Параметру --media <файл> нужно значение.'],
    [['export', 'x.withheld'], 'Параметр --out <папка> обязателен.'],
    [
      ['export', 'x.withheld', '--out', 'y', '--blur', 'duck'],
      'Значение параметра --blur <звук> не подходит. Возможные значения: noise, tone, silence.',
    ],
    [['boundaries', 'x.withheld', '--pad', 'wide'], 'Нужны секунды или минуты:секунды.'],
    [['show', 'x.withheld', 'y.withheld'], 'Слишком много аргументов.'],
  ])('refuses %j in a sentence, with what to do next', async (args, sentence) => {
    const { code, stderr } = await inRussian(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/ См\. withheld --help\.\n$/u);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('keeps codes and keys in JSON as they are', async () => {
    const { code, stdout } = await withheld(['show', at('none.withheld'), '--json'], { env: RUSSIAN });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'FILE_NOT_FOUND',
        message: expect.stringMatching(/^[А-Яа-яё ]+\.$/u) as string,
        next: expect.stringMatching(/^[А-Яа-яё ]+\.$/u) as string,
      },
    });
  });

  it('tells what an export would leak, and what it made', async () => {
    await withheld(['mark', interview, '--text', 'Мира Отен', '--type', 'person'], { env: RUSSIAN });
    const out = at('Мира Отен');
    const refused = await withheld(['export', interview, '--out', out], { env: RUSSIAN });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Скрытое всё ещё стоит в имени папки для экспорта.');
    expect(englishWordsIn(refused.stderr.replace('--out', ''))).toEqual([]);

    const published = at('published');
    const made = await withheld(['export', interview, '--out', published], { env: RUSSIAN });
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('Проверено: ничего скрытого не найдено (4 файла).');
    expect(await readFile(join(published, 'report.html'), 'utf8')).toContain('<html lang="ru">');
    expect(await readFile(join(published, 'transcript.txt'), 'utf8')).toMatch(/^Интервью\n/u);
  });

  it('reads a report of one language in the other', async () => {
    const published = at('published');
    expect(await readdir(published)).toContain('report.json');
    for (const language of ['en', 'ru']) {
      const env = { WITHHELD_LANGUAGE: language };
      const { ok, checks } = await withheldJson<Result<'verify.run'>>(['verify', interview, published], {
        env,
      });
      expect(checks.filter((check) => !check.ok)).toEqual([]);
      expect(ok).toBe(true);
      const { detail } = checks.find(({ name }) => name === 'word for word') ?? { detail: '' };
      expect(/[а-я]/u.test(detail)).toBe(language === 'ru');
    }
  });
});
