import { describe, expect, it } from 'vitest';
import { suggestInHeadings } from '../../../../main/detect/suggestInHeadings';

const words = ['Then', 'they', 'left.'].map((text, i) => ({
  ...{ id: `w${i}`, text, start: 5 + i, end: 6 + i },
  ...(i !== 1 && { paragraph: true as const }),
}));

describe('suggestInHeadings', () => {
  it('finds names in headings, where they begin, of no word of the transcript', () => {
    const chapters = [
      { id: 'h1', wordId: 'w2', text: 'A visit to Mr Oramin Bekov' },
      { id: 'h2', wordId: 'w0', text: 'The beginning' },
    ];
    expect(suggestInHeadings({ chapters, words })).toMatchObject([
      { type: 'person', text: 'Oramin Bekov', start: 7, wordIds: [], heading: true },
    ]);
    expect(suggestInHeadings({ chapters, words })[0]?.why).toMatch(/^the heading of a chapter; /u);
  });

  it('takes what a model of one’s own reads, heading by heading in the order of the transcript', () => {
    const chapters = [
      { id: 'h1', wordId: 'w2', text: 'quiet days' },
      { id: 'h2', wordId: 'w0', text: 'at tarlan' },
    ];
    const read = [[{ type: 'place' as const, start: 3, end: 9, probability: 0.8 }], []];
    expect(suggestInHeadings({ chapters, words }, read)).toMatchObject([{ text: 'tarlan', start: 5 }]);
  });
});
