import { afterEach, describe, expect, it } from 'vitest';
import { commonLanguages, languageName } from '../../../../renderer/ui/languages';
import { setLocale } from '../../../../shared/messages/messages';

afterEach(() => setLocale('en', {}));

describe('languages', () => {
  it.each([
    ['en', 'Kazakh', 'English', 'Arabic'],
    ['ru', 'казахский', 'Русский', 'Азербайджанский'],
  ] as const)('are named in the language of the app: %s', (locale, kazakh, own, first) => {
    setLocale(locale, {});
    expect(languageName('kk')).toBe(kazakh);
    const [one, two, ...others] = commonLanguages();
    expect(one).toEqual({ code: locale, name: own });
    expect(two?.name).toBe(first);
    const names = others.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
    expect(new Set([one, two, ...others].map((language) => language?.code)).size).toBe(names.length + 2);
  });

  it('have no name where there is no such code', () => {
    expect(languageName('qqq')).toBeNull();
    expect(languageName('no code')).toBeNull();
  });
});
