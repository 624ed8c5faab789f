import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import type { PublishedToken } from '../../../shared/plan/render';

export type PlacedToken = PublishedToken & { start: number; end: number };

/**
 * Gives every token a time (seconds) of its own for subtitles. Words for which only a stretch is known share it by the
 * length of what is published of them, together with the markers among them. The spans of other markers are wider than
 * the words they stand for and reach into their neighbours; they are cut back to the neighbours' times, which are
 * published anyway.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES`
 */
export function placeTokens(tokens: readonly PublishedToken[]): PlacedToken[] {
  const placed = new Map<number, PlacedToken>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.marker) continue;
    const stretch = { start: timeOf(token.start), end: timeOf(token.end) };
    let first = i;
    while (first > 0 && !placed.has(first - 1) && covers(tokens[first - 1], stretch)) first--;
    let last = i;
    while (covers(tokens[last + 1], stretch) || isSame(tokens[last + 1], stretch)) last++;
    for (const [k, shared] of share(tokens.slice(first, last + 1), stretch).entries())
      placed.set(first + k, shared);
    i = last;
  }
  let reached = 0;
  return tokens.map((token, i) => {
    const own = placed.get(i) ?? between(token, reached, nextStart(placed, tokens.length, i));
    reached = Math.max(reached, own.end);
    return own;
  });
}

interface Stretch {
  start: number;
  end: number;
}

/** Most seconds by which a marker's span is wider than the stretch it was made from. */
const PAD_SECONDS = 0.5;

/** Tells whether a marker stands for words of the same stretch. */
const covers = (token: PublishedToken | undefined, { start, end }: Stretch): boolean =>
  token?.marker === true &&
  token.start !== null &&
  token.end !== null &&
  token.start <= start &&
  token.end >= end &&
  token.start >= start - PAD_SECONDS &&
  token.end <= end + PAD_SECONDS;

const isSame = (token: PublishedToken | undefined, { start, end }: Stretch): boolean =>
  token?.marker === false && token.start === start && token.end === end;

function share(tokens: readonly PublishedToken[], { start, end }: Stretch): PlacedToken[] {
  const total = tokens.reduce((sum, { text }) => sum + text.length, 0);
  let passed = 0;
  const at = () => start + ((end - start) * passed) / total;
  return tokens.map((token) => {
    const from = at();
    passed += token.text.length;
    return { ...token, start: from, end: at() };
  });
}

function nextStart(placed: ReadonlyMap<number, PlacedToken>, length: number, i: number): number {
  for (let k = i + 1; k < length; k++) {
    const next = placed.get(k);
    if (next) return next.start;
  }
  return Infinity;
}

function between(marker: PublishedToken, reached: number, next: number): PlacedToken {
  const start = Math.min(Math.max(marker.start ?? reached, reached), Math.max(next, reached));
  return { ...marker, start, end: Math.max(start, Math.min(marker.end ?? start, next)) };
}

function timeOf(seconds: number | null): number {
  if (seconds !== null) return seconds;
  throw new AppError(
    'TRANSCRIPT_NO_TIMES',
    t('This transcript has no times, so it cannot become subtitles.'),
    t('Leave out srt and vtt, or transcribe the recording so that the words get times.'),
  );
}
