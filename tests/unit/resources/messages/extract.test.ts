import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appRoot } from '../../../../main/system/appRoot';
import { LOCALES } from '../../../../shared/messages/messages';
import { extract, extractFile, problemOf, type Message } from '../../../../resources/messages/extract';

/** Returns what is found in a source, and what is wrong with it. */
function read(source: string, path = 'a.tsx'): { texts: string[]; problems: string[] } {
  const messages: Message[] = [];
  const problems: string[] = [];
  extractFile(path, source, messages, problems);
  return { texts: messages.map(({ text }) => text), problems };
}

describe('extractFile', () => {
  it('finds messages in functions', () => {
    expect(read("const f = () => t('Made {file}.', { file });")).toEqual({
      texts: ['Made {file}.'],
      problems: [],
    });
  });

  it('lets the names of keys stand, which are on the keyboard', () => {
    expect(read('const f = () => <p><kbd>Backspace</kbd></p>;').problems).toEqual([]);
    expect(read('const f = () => <p><kbd>X</kbd> then <kbd>Backspace</kbd></p>;').problems).toHaveLength(1);
  });

  it('lets names stand that are the same in every language', () => {
    expect(read('const f = () => <p title="English">Withheld</p>;').problems).toEqual([]);
  });

  it.each([
    ['a message that is put together', 'const f = () => t(`a ${b}`);'],
    ['a message that is said once and for all', "const WORDS = { a: t('A word') };"],
    ['values that the message does not name', "const f = () => t('Made {file}.', { name });"],
    ['values that are missing', "const f = () => t('Made {file}.');"],
    ['text of an element', 'const f = () => <p>Some text</p>;'],
    ['an attribute that is read', "const f = () => <p aria-label={a ? 'One' : t('Two')} />;"],
    ['a text that an element chooses', "const f = () => <p>{a ? t('One.') : b && 'Two.'}</p>;"],
    ['a label', "const LABELS = [{ label: 'Slower' }];"],
    ['a sentence of a rule', "const one = z.string().refine(isRead, 'it needs something to read');"],
    ['a sentence of an error', "const f = () => new AppError('USAGE', t('One.'), `Two ${what}.`);"],
  ])('reports %s', (_, source) => {
    expect(read(source).problems).toHaveLength(1);
  });

  it.each([
    ['a description', "const f = () => program.command('x').description('Makes it.');"],
    ['a description of a command', "const f = () => command('new <file>', 'make one');"],
    ['what an option is for', "const f = () => new Option('--from <time>', 'from here');"],
    ['why a value is refused', "const f = () => new InvalidArgumentError('It must be more.');"],
    ['a line of output', 'const f = () => print.line(`Made ${name}.`);'],
  ])('reports %s of the command line', (_, source) => {
    expect(read(source, 'main/cli/a.ts').problems).toHaveLength(1);
    expect(read(source).problems).toEqual([]);
  });
});

describe('problemOf', () => {
  const MESSAGE = '{count, plural, one {# place} other {# places}} in {file}';

  it('takes a translation with all its plurals', () => {
    expect(
      problemOf(
        MESSAGE,
        'В {file}: {count, plural, one {# место} few {# места} many {# мест} other {# места}}',
        'ru',
      ),
    ).toBeNull();
  });

  it.each([
    ['nothing', ' '],
    ['a missing plural', '{file} {count, plural, one {# место} other {# места}}'],
    ['a missing value', '{count, plural, one {#} few {#} many {#} other {#}}'],
    ['a broken form', '{count, plural, one {#} {file}'],
  ])('reports %s', (_, translation) => {
    expect(problemOf(MESSAGE, translation, 'ru')).not.toBeNull();
  });
});

describe('the catalogues', () => {
  const { messages, problems } = extract(appRoot());
  const texts = [...new Set(messages.map(({ text }) => text))].sort();

  it('have every text that people read', () => {
    expect(problems).toEqual([]);
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    '%s: none missing, none unused, plurals right',
    (locale) => {
      const path = join(appRoot(), 'resources', 'messages', `${locale}.json`);
      const catalogue = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      expect(Object.keys(catalogue)).toEqual(texts);
      const wrong = texts.filter((text) => problemOf(text, catalogue[text] ?? '', locale) !== null);
      expect(wrong).toEqual([]);
    },
  );
});
