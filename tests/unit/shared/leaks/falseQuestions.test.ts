import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { openSuggestions } from '../../../../shared/leaks/openSuggestions';
import { suggestLeftovers } from '../../../../shared/leaks/suggestLeftovers';

const TEXTS = ['article-ghulja', 'article-trial', 'interview-london', 'ordinary-prose', 'testimony-almaty'];
/** Names of people who are in none of the texts. They are made of everyday words, or have many forms. */
const NAMES =
  'Will Brown;Mark Hope;Long Do;Mo An;Mina So;Kang You;Rose May Marsh;Tamir Ode Isken;Fitzgerald Mackay;Ana de la Cruz;김민수;王小明;田中花子';

/** English words without the texts' own names, since those may sound like others. */
const words = TEXTS.flatMap((name) =>
  readFileSync(`tests/fixtures/texts/seen/${name}.txt`, 'utf8')
    .replace(/\[\[?[^\]]*\]\]?/gu, '')
    .split(/\s+/u),
).filter((text) => text !== '');

const asked = (texts: readonly string[], language: string): string[] => {
  const document: ProjectDocument = {
    ...emptyDocument(),
    language,
    words: texts.map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5 })),
    entities: NAMES.split(';').map((name, n) => ({
      id: `e${n}`,
      type: 'person' as const,
      name,
      aliases: [],
      decision: 'withhold' as const,
    })),
  };
  return openSuggestions(document, suggestLeftovers(document, nameKnowledge)).map(({ text }) => text);
};

describe('of people who are not spoken of, hardly anything is asked', () => {
  it.each(['en', 'und'])('in a text of 1,400 words (%s)', (language) => {
    expect(words.length).toBeGreaterThan(1_400);
    expect(asked(words, language).length, asked(words, language).join('; ')).toBeLessThanOrEqual(1);
  });

  it('nor where all of it is in capitals', () => {
    const capitals = words.map((text) => text.toUpperCase());
    expect(asked(capitals, 'en').length, asked(capitals, 'en').join('; ')).toBeLessThanOrEqual(3);
  });
});
