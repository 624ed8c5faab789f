import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gapsOf, HashTable, readGaps } from '../../../../../main/detect/lexicon/HashTable';

const values = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it('gives what was put in, and after it was written and read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), values), (words) => {
      const table = HashTable.of(new Map(Object.entries(words)), Math.max);
      const read = HashTable.fromBytes(table.toBytes());
      for (const [word, value] of Object.entries(words)) {
        expect(table.get(word)).toBe(value);
        expect(read.get(word)).toBe(value);
      }
    }),
    { numRuns: 50 },
  );
});

it('does not know other words, but for one in some thousand', () => {
  const table = HashTable.of(new Map(Array.from({ length: 100_000 }, (_, i) => [`in ${i}`, i])), Math.max);
  const taken = Array.from({ length: 20_000 }, (_, i) => table.get(`out ${i}`)).filter(
    (it) => it !== undefined,
  );
  expect(taken.length).toBeLessThan(10);
});

it('writes rising numbers as gaps', () => {
  const rising = fc.uniqueArray(values, { maxLength: 50 }).map((all) => Uint32Array.from(all).sort());
  fc.assert(
    fc.property(rising, (all) => {
      expect(readGaps(gapsOf(all), 0, all.length)).toEqual(all);
    }),
  );
});
