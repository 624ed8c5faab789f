import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BytePatterns } from '../../../../../main/verify/forms/BytePatterns';
import { bytePatternsOf } from '../../../../../main/verify/forms/bytePatternsOf';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { TextRuns } from '../../../../../main/verify/forms/TextRuns';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';

const finder = (...texts: string[]) =>
  new LeakFinder(
    texts.map((text) => ({ text, entityId: 'e1' })),
    nameKnowledge,
  );

describe('byte patterns', () => {
  const bytes = fc
    .uint8Array({ minLength: 1, maxLength: 6, max: 5 })
    .map((part) => part.map((b) => b + 0x40));

  test('count what a search from every place counts, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(bytes, {
          maxLength: 12,
          selector: (part) => Buffer.from(part).toString('latin1').toLowerCase(),
        }),
        fc.uint8Array({ maxLength: 200, max: 5 }).map((part) => part.map((b) => b + 0x40)),
        fc.nat(),
        (patterns, text, cut) => {
          const written = Buffer.from(text).toString('latin1').toLowerCase();
          const ends = new Set<number>();
          for (const pattern of patterns.map((part) => Buffer.from(part).toString('latin1').toLowerCase())) {
            for (let at = written.indexOf(pattern); at >= 0; at = written.indexOf(pattern, at + 1)) {
              ends.add(at + pattern.length);
            }
          }
          const automaton = new BytePatterns(patterns);
          const at = text.length === 0 ? 0 : cut % text.length;
          const found = automaton.count(text.subarray(0, at)) + automaton.count(text.subarray(at));
          expect(found).toBe(ends.size);
        },
      ),
    );
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 in capitals', (text: string) => Buffer.from(text.toUpperCase())],
    ['UTF-8, accents apart', (text: string) => Buffer.from(text.normalize('NFD'))],
    ['UTF-16 LE', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('find a name among random bytes in %s', (_name, encode) => {
    for (const name of ['Zhanara Otenova', 'Жанара', 'Ötenová', 'Әсел Бекова']) {
      const patterns = new BytePatterns(bytePatternsOf([name.toLowerCase()]));
      const noise = randomBytes(1 << 16);
      expect(patterns.count(noise)).toBe(0);
      expect(patterns.count(Buffer.concat([noise, encode(name), noise]))).toBeGreaterThan(0);
    }
  });

  test('are not found by chance in 64 MiB of random bytes, with a hundred forms', { timeout: 60_000 }, () => {
    const forms = Array.from(
      { length: 100 },
      (_, i) => `${['osh', 'oten', 'asel', 'dilnoza'][i % 4] ?? ''}${String.fromCharCode(97 + (i % 26))}`,
    );
    const patterns = new BytePatterns(bytePatternsOf(['osh', 'li', ...forms]));
    const all = finder('osh', 'li', ...forms);
    let found = 0;
    const runs = new TextRuns((text) => (found += all.count(text)));
    for (let i = 0; i < 64; i++) {
      const chunk = randomBytes(1 << 20);
      found += patterns.count(chunk);
      runs.push(chunk);
    }
    runs.end();
    expect(found).toBe(0);
  });
});

describe('runs of text', () => {
  test('are found whole, however the stream is cut, and short ones are left', () => {
    const text = 'Asel said: “Әсел көшеде”, and went home to Osh.';
    const bytes = Buffer.concat([
      Buffer.from([0, 255]),
      Buffer.from(text),
      Buffer.from([0]),
      Buffer.from('short\0'),
    ]);
    for (let size = 1; size < bytes.length; size += 7) {
      const told: string[] = [];
      const runs = new TextRuns((run) => told.push(run));
      for (let at = 0; at < bytes.length; at += size) runs.push(bytes.subarray(at, at + size));
      runs.end();
      expect(told).toEqual([text]);
    }
  });

  test('longer than the memory that is kept are still searched to their ends', () => {
    let found = 0;
    const runs = new TextRuns((text) => (found += finder('osh').count(text)));
    const filler = Buffer.from('words and more words. '.repeat(40_000));
    for (const part of [filler, filler, Buffer.from('to Osh '), filler]) runs.push(part);
    runs.end();
    expect(found).toBeGreaterThanOrEqual(1);
  });
});

describe('a form', () => {
  test.each([
    ['osh', 'From Osh.', 1],
    ['osh', 'He washed; the oshawott.', 0],
    ['asel', 'ASEL’s house', 1],
    ['asel', 'weasels', 0],
    ['zhanara', 'the Zhanaras', 1],
    ['ötenová', 'Otenova', 1],
    ['anna karimova', 'Anna, Karimova', 1],
    ['+7 701 555 01 23', 'call 8 (701) 555-0123 now', 1],
    ['+7 701 555 01 23', 'call 8 (701) 555-0124 now', 0],
    ['李明', '我叫李明。', 1],
  ])('%s stands in “%s” %i times', (form, text, times) => {
    expect(finder(form).count(text)).toBe(times);
  });
});
