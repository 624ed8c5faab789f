import { describe, expect, it } from 'vitest';
import { paragraphAt } from '../../../../../renderer/screens/published/paragraphAt';

const paragraph = (...starts: (number | null)[]) => ({
  speaker: null,
  tokens: starts.map((start) => ({ text: 'word', marker: false, start, end: start })),
});

describe('the paragraph at a time', () => {
  const paragraphs = [paragraph(1, 2), paragraph(null, 10), paragraph(20)];
  it.each([
    [0, null],
    [1, 0],
    [9.9, 0],
    [10, 1],
    [500, 2],
  ])('%d s', (seconds, at) => {
    expect(paragraphAt(paragraphs, seconds)).toBe(at);
  });

  it('is none without times', () => {
    expect(paragraphAt([paragraph(null), paragraph(null)], 5)).toBeNull();
  });
});
