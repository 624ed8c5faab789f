import { TextDecoder } from 'node:util';
import { SPACELESS_LANGUAGES } from '../../../shared/text/spaceless';
import { isGlued } from '../../../shared/text/splitWords';
import type { NativeSegment } from '../native/nativeEvents';

/** A word as the recogniser said it; times are seconds from the start of what was sent, not yet tidy. */
export interface SpokenWord {
  text: string;
  start: number;
  end: number;
  /** 0 to 1 */
  confidence: number;
  /** The moment its first token was said, by dynamic time warping; null without it. */
  point: number | null;
  /** True when no space stands before it, since its script has none between words. */
  glued?: true;
}

/** Text that says nothing by itself and belongs to the word before it. */
const CLOSING = /^[\p{Pe}\p{Pf}.,!?;:…%、。，．！？；：·‥]/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * Joins a window's tokens to words: the text between two spaces, with its punctuation. A token is a run of bytes, and a
 * character may be split over two. In languages without spaces the words are those of the Unicode dictionaries
 * (`Intl.Segmenter`).
 */
export function joinTokens(segments: readonly NativeSegment[], language: string): SpokenWord[] {
  const decoder = new TextDecoder();
  const all: SpokenWord[] = [];
  for (const [i, segment] of segments.entries()) {
    const last = i === segments.length - 1;
    const pieces = piecesOf(segment, decoder, last);
    const words = attachPunctuation(
      SPACELESS_LANGUAGES.has(language) ? byDictionary(pieces, language) : bySpaces(pieces),
    );
    const [before, first] = [all.at(-1), words[0]];
    // Between two segments no space is written in any language, so the letters tell whether there is one.
    if (before && first && isGlued(before.text, first.text)) first.glued = true;
    all.push(...words);
  }
  return all;
}

/** Some whole characters and the tokens they came from. */
interface Piece {
  text: string;
  start: number;
  end: number;
  probabilities: number[];
  point: number | null;
  glued?: true;
}

function piecesOf(segment: NativeSegment, decoder: TextDecoder, last: boolean): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | undefined;
  for (const [i, token] of segment.tokens.entries()) {
    const more = !(last && i === segment.tokens.length - 1);
    const text = decoder.decode(Buffer.from(token.text, 'latin1'), { stream: more });
    piece ??= { text: '', start: token.t0, end: token.t1, probabilities: [], point: token.dtw };
    piece.text += text;
    piece.end = token.t1;
    piece.probabilities.push(token.p);
    // Nothing came out if the token ended within a character; the next one completes it.
    if (piece.text === '') continue;
    pieces.push(piece);
    piece = undefined;
  }
  return pieces;
}

function bySpaces(pieces: readonly Piece[]): Piece[] {
  const words: Piece[] = [];
  let open = false;
  for (const piece of pieces) {
    for (const part of split(piece, piece.text.split(/(?=\s)|(?<=\s)/u))) {
      if (part.text.trim() === '') open = false;
      else if (open) extend(words.at(-1), part);
      else words.push(part);
      if (part.text.trim() !== '') open = true;
    }
  }
  return words;
}

function byDictionary(pieces: readonly Piece[], language: string): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const ends = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  const words: Piece[] = [];
  let [position, open] = [0, false];
  for (const piece of pieces) {
    const cuts = ends.filter((end) => end > position && end < position + piece.text.length);
    const parts = [position, ...cuts].map((from, i) =>
      text.slice(from, cuts[i] ?? position + piece.text.length),
    );
    for (const part of split(piece, parts)) {
      position += part.text.length;
      if (part.text.trim() !== '') {
        if (open) extend(words.at(-1), part);
        else
          words.push({
            ...part,
            text: part.text.trim(),
            ...(isBare(text, position - part.text.length, part.text) && { glued: true as const }),
          });
      }
      open = !ends.includes(position);
    }
  }
  return words.filter(({ text: word }) => word !== '');
}

/** Tells whether something stands right before a part of a text. */
const isBare = (text: string, at: number, part: string): boolean =>
  at > 0 && /\S/u.test(text.charAt(at - 1)) && /^\S/u.test(part);

/** Cuts a piece into parts that share its time by their length. */
function split(piece: Piece, texts: readonly string[]): Piece[] {
  const total = texts.reduce((sum, text) => sum + text.trim().length, 0);
  let done = 0;
  return texts.map((text) => {
    const at = (letters: number) =>
      total === 0 ? piece.start : piece.start + ((piece.end - piece.start) * letters) / total;
    const start = at(done);
    done += text.trim().length;
    return { ...piece, text, start, end: at(done) };
  });
}

function extend(word: Piece | undefined, part: Piece): void {
  if (!word) return;
  word.text += part.text.trimEnd();
  word.end = part.end;
  word.probabilities = [...word.probabilities, ...part.probabilities];
}

/** Attaches lone punctuation to the word before it, and opening punctuation to the word after it. */
function attachPunctuation(pieces: readonly Piece[]): SpokenWord[] {
  const words: Piece[] = [];
  let opening: Piece | undefined;
  for (const piece of pieces) {
    const before = words.at(-1);
    if (SAYS_SOMETHING.test(piece.text)) {
      const { glued: _, ...rest } = piece;
      words.push(opening ? { ...rest, text: opening.text + piece.text, ...gluedAs(opening) } : piece);
      opening = undefined;
    } else if (before && (CLOSING.test(piece.text) || piece === pieces.at(-1))) {
      before.text += piece.text;
    } else {
      opening = opening ? { ...opening, text: opening.text + piece.text } : piece;
    }
  }
  return words.map(({ text, start, end, probabilities, point, glued }) => ({
    text,
    start,
    end,
    confidence: confidence(probabilities),
    point,
    ...(glued && { glued }),
  }));
}

const gluedAs = ({ glued }: Piece): Pick<Piece, 'glued'> => (glued ? { glued } : {});

/** Returns the geometric mean, so that a long word is not less sure than a short one just for having more tokens. */
function confidence(probabilities: readonly number[]): number {
  const sum = probabilities.reduce((total, p) => total + Math.log(Math.max(p, 1e-6)), 0);
  return Math.min(1, Math.exp(sum / Math.max(1, probabilities.length)));
}
