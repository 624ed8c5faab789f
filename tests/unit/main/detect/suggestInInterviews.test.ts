import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { suggestInTranscript } from '../../../../main/detect/suggestInTranscript';
import { parseTranscript } from '../../../../main/ingest/transcript/parseTranscript';

const truthSchema = z.object({
  words: z.array(z.object({ text: z.string(), start: z.number(), end: z.number(), speaker: z.string() })),
  entities: z.array(
    z.object({
      type: z.string(),
      mentions: z.array(z.object({ start: z.number(), end: z.number() })),
    }),
  ),
});

function truthOf(name: string) {
  const path = join('tests', 'fixtures', 'interviews', `${name}.truth.json`);
  const { words, entities } = truthSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const mentions = entities.flatMap(({ type, mentions: list }) =>
    list.map((mention) => ({ ...mention, type })),
  );
  return { words: words.map((word, i) => ({ ...word, id: `w${i}` })), mentions };
}

/** Tells whether the middle of one stretch lies in the other. */
const meets = (a: { start: number; end: number }, b: { start: number; end: number }) => {
  const middle = (a.start + a.end) / 2;
  return middle > b.start && middle < b.end;
};

describe('suggestions in the interviews', () => {
  it.each(['short-40s', 'phone-call-2min', 'trial-5min'])(
    '%s: everything as it was said, and nothing else',
    (name) => {
      const { words, mentions } = truthOf(name);
      const suggestions = suggestInTranscript(words);
      for (const mention of mentions) {
        const found = suggestions.find((s) => s.start <= mention.start && s.end >= mention.end);
        expect(found?.type).toBe(mention.type);
      }
      for (const suggestion of suggestions) {
        expect(mentions.some((mention) => meets(mention, suggestion))).toBe(true);
      }
    },
  );

  it('trial-5min: as a recogniser with five per cent of wrong words wrote it', () => {
    const { mentions } = truthOf('trial-5min');
    const file = readFileSync(join('tests', 'fixtures', 'recognised', 'trial-5min.words.json'));
    const suggestions = suggestInTranscript(parseTranscript(file, 'json').words);
    const found = mentions.filter((mention) => suggestions.some((suggestion) => meets(mention, suggestion)));
    const right = suggestions.filter((s) =>
      mentions.some((mention) => meets(s, mention) || meets(mention, s)),
    );
    expect(found.length / mentions.length).toBeGreaterThan(0.95);
    expect(right.length / suggestions.length).toBeGreaterThan(0.95);
  });
});
