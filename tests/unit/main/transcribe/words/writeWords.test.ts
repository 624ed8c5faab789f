import { expect, test } from 'vitest';
import { writeWords } from '../../../../../main/transcribe/words/writeWords';

test('no word begins before the one in front of it, and one that is said before is masked where it is said', () => {
  const text = ' there';
  const token = { id: 1, text, t0: 0.5, t1: 1, p: 0.9, dtw: null };
  const segments = [{ type: 'segment' as const, window: 0, t0: 0.5, t1: 1, noSpeech: 0, tokens: [token] }];
  const options = {
    parts: [{ from: 10, to: 20 }],
    language: 'en',
    keepLanguage: false,
    speech: null,
    isSound: () => true,
    id: (i: number) => `w${i}`,
  };
  const before = (start: number) => [{ id: 'v', text: 'put', start, end: start + 1 }];
  const [first] = writeWords({ segments, language: undefined }, { ...options, before: before(12) });
  expect(first).toMatchObject({ start: 12, within: { from: 10.5, to: 12.01 } });
  const [plain] = writeWords({ segments, language: undefined }, { ...options, before: before(9) });
  expect(plain).toMatchObject({ start: 10.5, end: 11 });
  expect(plain?.within).toBeUndefined();
});
