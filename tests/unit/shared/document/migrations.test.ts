import { describe, expect, it } from 'vitest';
import { DOCUMENT_VERSION } from '../../../../shared/document/document';
import {
  migrate,
  MIGRATIONS,
  requireConsecutive,
  type Migration,
} from '../../../../shared/document/migrations';

const toTwo: Migration = {
  to: 2,
  document: ({ tag, ...rest }) => ({ ...rest, tags: [tag] }),
  command: ({ name, ...rest }) => ({ ...rest, label: name }),
};
const toThree: Migration = { to: 3, document: (old) => ({ ...old, version: 3 }) };

describe('migrations', () => {
  it('lead without a gap to the version this program writes', () => {
    expect(() => requireConsecutive(MIGRATIONS)).not.toThrow();
    expect(DOCUMENT_VERSION).toBe(MIGRATIONS.length + 1);
  });

  it.each([
    ['a gap', [toThree], 3],
    ['the wrong order', [toThree, toTwo], 3],
    ['one missing at the end', [toTwo], 3],
    ['one too many', [toTwo, toThree], 2],
  ])('are refused with %s', (_, migrations, newest) => {
    expect(() => requireConsecutive(migrations, newest)).toThrow();
  });

  it('are carried out one after the other, from the version of the file on', () => {
    const both = [toTwo, toThree];
    expect(migrate('document', { version: 1, tag: 'a' }, 1, both)).toEqual({ version: 3, tags: ['a'] });
    expect(migrate('document', { version: 2, tags: ['a'] }, 2, both)).toEqual({ version: 3, tags: ['a'] });
    expect(migrate('document', { version: 3 }, 3, both)).toEqual({ version: 3 });
  });

  it('bring up journalled commands too, and leave those alone that did not change', () => {
    expect(migrate('command', { name: 'x', steps: [] }, 1, [toTwo, toThree])).toEqual({
      label: 'x',
      steps: [],
    });
    expect(migrate('command', { label: 'x' }, 2, [toTwo, toThree])).toEqual({ label: 'x' });
  });
});
