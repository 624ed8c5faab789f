import type { PublishedParagraph } from '../../../shared/plan/render';
import { gapBefore, joinWords } from '../../../shared/text/joinWords';
import { placeTokens, type PlacedToken } from './placeTokens';

/** A subtitle: whole milliseconds, `start < end`, never overlapping the next one. */
export interface Cue {
  start: number;
  end: number;
  speaker: string | null;
  /** True if the cue begins a speaker's turn. */
  turn: boolean;
  lines: string[];
}

/** Columns a line, lines a cue and milliseconds a cue: the usual limits of subtitling. */
const LINE_COLUMNS = 42;
const MOST_LINES = 2;
const LONGEST_CUE_MILLISECONDS = 7000;
/** Milliseconds of a pause that ends a cue. */
const PAUSE_MILLISECONDS = 1000;
/** Characters; a sentence's end ends a cue that has so many. Shorter sentences share one. */
const SENTENCE_CHARACTERS = 30;
/** Fewest milliseconds of a cue, where the next one leaves room. */
const SHORTEST_CUE_MILLISECONDS = 1000;

/** Characters that take two columns, as Chinese, Japanese and Korean ones do. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\uff01-\uff60]/gu;

const SENTENCE_END = /[.?!…。？！؟][\p{Pe}\p{Pf}"'»]*$/u;

/**
 * Cuts published paragraphs into subtitles: at turns, pauses and sentence ends, and where a cue is full. A marker is
 * kept on one line where it fits on one. A line's end stands for the gap between two words, be it a space or none.
 * Looks at nothing but published tokens.
 * @param prefix true if lines begin with `Name: ` where a turn begins.
 * @throws {AppError} `TRANSCRIPT_NO_TIMES`
 */
export function cues(paragraphs: readonly PublishedParagraph[], prefix: boolean): Cue[] {
  const made: Cue[] = [];
  for (const { speaker, turn, tokens } of placed(paragraphs)) {
    const label = (first: boolean) =>
      prefix && turn && first && speaker !== null ? [{ text: `${speaker}:` }] : [];
    for (const [i, group] of groups(tokens, label(true)).entries()) {
      made.push({
        start: Math.round((group[0]?.start ?? 0) * 1000),
        end: Math.round(Math.max(...group.map(({ end }) => end)) * 1000),
        speaker,
        turn: turn && i === 0,
        lines: wrap([...label(i === 0), ...group]),
      });
    }
  }
  return settle(made);
}

interface PlacedParagraph {
  speaker: string | null;
  turn: boolean;
  tokens: PlacedToken[];
}

function placed(paragraphs: readonly PublishedParagraph[]): PlacedParagraph[] {
  const tokens = placeTokens(paragraphs.flatMap((paragraph) => paragraph.tokens));
  let next = 0;
  return paragraphs.map(({ speaker, continues, tokens: own }) => ({
    speaker,
    turn: !continues,
    tokens: tokens.slice(next, (next += own.length)),
  }));
}

/** The part of a token that is written. */
type Piece = Pick<PlacedToken, 'text' | 'glued'>;

function groups(tokens: readonly PlacedToken[], label: readonly Piece[]): PlacedToken[][] {
  const all: PlacedToken[][] = [];
  let group: PlacedToken[] = [];
  let pieces = [...label];
  for (const token of tokens) {
    const first = group[0];
    const last = group.at(-1);
    if (first && last) {
      const full = wrap([...pieces, token]).length > MOST_LINES;
      const long = token.end - first.start > LONGEST_CUE_MILLISECONDS / 1000;
      const pause = token.start - last.end >= PAUSE_MILLISECONDS / 1000;
      const done = SENTENCE_END.test(last.text) && columns(joinWords(pieces)) >= SENTENCE_CHARACTERS;
      if (full || long || pause || done) {
        all.push(group);
        group = [];
        pieces = [];
      }
    }
    group.push(token);
    pieces.push(token);
  }
  if (group.length > 0) all.push(group);
  return all;
}

/** Fills lines with whole tokens; one longer than a line is broken at its spaces. */
function wrap(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  const put = (text: string, gap: '' | ' ') => {
    const last = lines.at(-1);
    if (last !== undefined && columns(last + gap + text) <= LINE_COLUMNS)
      lines[lines.length - 1] = last + gap + text;
    else lines.push(text);
  };
  for (const piece of pieces) {
    const parts = columns(piece.text) <= LINE_COLUMNS ? [piece.text] : piece.text.split(' ');
    for (const [i, part] of parts.entries()) put(part, i === 0 ? gapBefore(piece) : ' ');
  }
  return lines;
}

const columns = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** Brings the times in order: no cue is empty, too long, or overlaps the next. Short ones stay while there is room. */
function settle(made: readonly Cue[]): Cue[] {
  let free = 0;
  return made.map((cue, i) => {
    const start = Math.max(cue.start, free);
    const next = made[i + 1]?.start ?? Infinity;
    const wanted = Math.min(
      Math.max(cue.end, start + SHORTEST_CUE_MILLISECONDS),
      start + LONGEST_CUE_MILLISECONDS,
      Math.max(next, start + 1),
    );
    const end = Math.max(wanted, start + 1);
    free = end;
    return { ...cue, start, end };
  });
}

/** Writes a time as `hh:mm:ss`, with milliseconds behind `separator`. */
export function clock(milliseconds: number, separator: ',' | '.'): string {
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const seconds = Math.floor(milliseconds / 1000);
  return (
    `${part(Math.floor(seconds / 3600), 2)}:${part(Math.floor(seconds / 60) % 60, 2)}:${part(seconds % 60, 2)}` +
    separator +
    part(milliseconds % 1000, 3)
  );
}
