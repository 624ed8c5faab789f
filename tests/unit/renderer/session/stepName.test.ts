import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { appRoot } from '../../../../main/system/appRoot';
import { stepName } from '../../../../renderer/session/stepName';
import { setLocale, type Catalogue } from '../../../../shared/messages/messages';

afterEach(() => setLocale('en', {}));

const russian = JSON.parse(readFileSync(join(appRoot(), 'resources/messages/ru.json'), 'utf8')) as Catalogue;

/** Finds labels in the sources: beside `label:`, in a table of labels, or as what a maker is asked for. */
function labelsIn(source: string): string[] {
  const ways = [
    /\blabel(?:: | = )'([^']+)'/gu,
    /\bcommand\('([^']+)'\)/gu,
    /\b(?:place|begin|end|forget|withhold|keep|undecided): '([^']+)'/gu,
    /\blabel: .*? \? '([^']+)'/gu,
    /\blabel: .*? : '([^']+)'/gu,
  ];
  return ways.flatMap((way) => [...source.matchAll(way)].flatMap(([, label]) => label ?? []));
}

const edits = join(appRoot(), 'shared/edits');
const labels = new Set(
  readdirSync(edits).flatMap((name) => labelsIn(readFileSync(join(edits, name), 'utf8'))),
);

describe('what a step is called', () => {
  it('is known for each that is made', () => {
    expect(labels.size).toBeGreaterThan(30);
    setLocale('ru', russian);
    expect([...labels].filter((label) => !/^\p{Script=Cyrillic}/u.test(stepName(label)))).toEqual([]);
  });

  it.each(['Keep one place', 'Keep places', 'Withhold one place', 'Withhold places'])(
    'is known for %s, which is put together',
    (label) => {
      setLocale('ru', russian);
      expect(stepName(label)).toMatch(/упоминани/u);
    },
  );

  it('is its label where a newer program made it', () => {
    expect(stepName('Turn the picture')).toBe('Turn the picture');
  });
});
