import { describe, expect, it } from 'vitest';
import { lessWhereDoubtful } from '../../../../../main/detect/names/lessWhereDoubtful';
import { readingOf } from '../../../../../main/detect/names/reading';
import { tokenize } from '../../../../../main/detect/names/tokenize';
import type { ModelName } from '../../../../../main/detect/tagger/NameTagger';
import type { Suggestion } from '../../../../../shared/model/suggestion';

const TEXT =
  'The clay chimney fell. Then Clay came in. They took clay from the river, and Orlov carried clay.';

/** Returns the scores of suggestions at the given offsets, when the model reads every other word so. */
function scoresOf(
  words: readonly [text: string, score: number][],
  model: ModelName,
  elsewhere: number,
): number[] {
  const tokens = tokenize(TEXT);
  const names = words.map(([text, score]): Suggestion => {
    const start = TEXT.indexOf(text);
    return { type: 'person', text, start, end: start + text.length, score, why: 'a reason' };
  });
  const read = tokens.map(({ text, start, end }) => ({
    ...{ text, start, end, model, elsewhere: false },
    ...{ person: elsewhere, place: 0, organisation: 0 },
  }));
  return lessWhereDoubtful({ reading: readingOf(tokens), read: [read] }, names).map(({ score }) => score);
}

describe('a word that is weakly read as a name', () => {
  it('is less likely one, by as much as its other places are read as none', () => {
    expect(scoresOf([['Clay', 0.4]], 'latin', 0)).toEqual([0.1]);
  });

  it('keeps its score where it is read as one everywhere', () => {
    expect(scoresOf([['Clay', 0.4]], 'latin', 0.4)).toEqual([0.4]);
  });

  it('keeps its score where it stands only once', () => {
    expect(scoresOf([['Orlov', 0.3]], 'latin', 0)).toEqual([0.3]);
  });

  it('keeps a score that tells a name well', () => {
    expect(scoresOf([['Clay', 0.9]], 'latin', 0)).toEqual([0.9]);
  });

  it('keeps its score where names are written without capitals', () => {
    expect(scoresOf([['Clay', 0.4]], 'latin-caseless', 0)).toEqual([0.4]);
  });
});
