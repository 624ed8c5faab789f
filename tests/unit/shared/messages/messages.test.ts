import { afterEach, describe, expect, it } from 'vitest';
import { inLocale, locale, localeFor, setLocale, t } from '../../../../shared/messages/messages';

afterEach(() => setLocale('en', {}));

describe('t', () => {
  it('fills in values and counts, in English from the text itself', () => {
    expect(t('{count, plural, one {# place} other {# places}} in {file}', { count: 1, file: 'a.txt' })).toBe(
      '1 place in a.txt',
    );
    expect(t('See withheld --help <project>; it’s there')).toBe('See withheld --help <project>; it’s there');
  });

  it('puts values in as they are', () => {
    expect(t('Made {file}.', { file: "{x} 'y' <b>#" })).toBe("Made {x} 'y' <b>#.");
  });

  it('speaks another language, with its plurals', () => {
    setLocale('ru', {
      '{count, plural, one {# place} other {# places}}':
        '{count, plural, one {# место} few {# места} many {# мест} other {# места}}',
    });
    const places = (count: number) => t('{count, plural, one {# place} other {# places}}', { count });
    expect(locale()).toBe('ru');
    expect([1, 2, 5, 11, 21].map(places)).toEqual(['1 место', '2 места', '5 мест', '11 мест', '21 место']);
  });

  it('says in English what a catalogue lacks', () => {
    setLocale('ru', {});
    expect(t('Made {file}.', { file: 'a' })).toBe('Made a.');
  });

  it('refuses a message whose value is missing', () => {
    expect(() => t('Made {file}.')).toThrow();
  });
});

describe('inLocale', () => {
  const COUNTED = '{count, plural, one {# place} other {# places}}';
  const russian = { [COUNTED]: '{count, plural, one {# место} few {# места} many {# мест} other {# места}}' };

  it('says something in another language, and goes on in the one before', () => {
    const places = () => t(COUNTED, { count: 5 });
    expect(places()).toBe('5 places');
    expect(inLocale('ru', russian, () => [locale(), places()])).toEqual(['ru', '5 мест']);
    expect([locale(), places()]).toEqual(['en', '5 places']);
  });

  it('goes on in the one before where what was to be said fails', () => {
    expect(() => inLocale('ru', russian, () => t('Made {file}.'))).toThrow();
    expect(locale()).toBe('en');
  });
});

describe('localeFor', () => {
  it('takes tags as systems write them, and reads Russian for those who mostly read it', () => {
    expect(['ru-RU', 'ru_RU.UTF-8', 'kk_KZ', 'ky', 'RU'].map(localeFor)).toEqual(Array(5).fill('ru'));
    expect(['en-GB', 'C', 'C.UTF-8', '', 'de_DE', 'rum'].map(localeFor)).toEqual(Array(6).fill('en'));
  });
});
