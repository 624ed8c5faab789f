import { splitWords, type SplitWord } from '../../../shared/text/splitWords';
import { alignPieces, type AlignedWord } from './alignPieces';
import { fillTimes, type Filled, type Told } from './fillTimes';
import { inSeconds } from './inSeconds';
import { jsonBlocks } from './jsonBlocks';
import { Oddities } from './Oddities';
import type { RawTranscript, RawWord } from './rawWord';
import { readJson } from './readJson';
import { readLanguage } from './readLanguage';
import { speakerTurns } from './speakerTurns';
import type { Block, Piece } from './spokenPieces';
import { spreadWords } from './spreadWords';

/**
 * Reads JSON of whisper.cpp, of other Whisper programs, of services that write alike, or our own words. Odd values are
 * put right, and a note says how many.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the path: `words: expected array, got string`.
 */
export function parseJson(bytes: Uint8Array): RawTranscript {
  const { value, bytewise, notNumbers, commas, notes } = readJson(bytes);
  const odd = new Oddities();
  if (notNumbers > 0) odd.count('notNumbers', notNumbers);
  if (commas > 0) odd.count('commas', commas);
  const transcript = jsonBlocks(value, bytewise, odd);
  const { blocks, notes: units } = inSeconds(transcript);
  const words = wordsOf(labelled(blocks.map((block) => tidied(block, odd))), odd);
  return { language: readLanguage(transcript.language), words, notes: [...notes, ...units, ...odd.notes] };
}

/**
 * Takes times before the recording off a segment. Its pieces are dropped if none of them has a length, since they tell
 * nothing, unless they are all that there is.
 */
function tidied(block: Block, odd: Oddities): Block {
  const backward = [block, ...block.pieces].filter(
    ({ start, end }) => start !== null && end !== null && end < start,
  );
  if (backward.length > 0) odd.count('backward', backward.length);
  const pieces = block.pieces.map((piece) => withoutNegative(piece, odd));
  const timed = pieces.some(({ start, end }) => start !== null && end !== null && end > start);
  const useful = timed || (block.start === null && block.end === null) || block.text.trim() === '';
  return { ...withoutNegative(block, odd), pieces: useful ? pieces : [] };
}

function withoutNegative<P extends Piece>(piece: P, odd: Oddities): P {
  const { start, end } = piece;
  if ((start ?? 0) >= 0 && (end ?? 0) >= 0) return piece;
  odd.count('negative');
  return end !== null && end <= 0 ? { ...piece, start: null, end: null } : { ...piece, start: 0 };
}

/** Finds who speaks where only the text tells. */
function labelled(blocks: readonly Block[]): (Block & { begins?: boolean })[] {
  const told = blocks.some(({ speaker, pieces }) => speaker !== undefined || pieces.length > 0);
  const lines = blocks.map(({ text }) => ({ text, begins: true }));
  const turns = speakerTurns(lines, !told).lines;
  return blocks.map((block, i) => {
    const turn = turns[i];
    if (!turn || block.pieces.length > 0) return { ...block, begins: block.turn ?? false };
    return {
      ...block,
      text: turn.text,
      speaker: block.speaker ?? turn.speaker,
      begins: block.turn ?? turn.turn,
    };
  });
}

/** Words that share their times. */
interface Unit extends Told {
  words: SplitWord[];
  speaker?: string | number | undefined;
  confidence?: number | undefined;
  /** Times of the piece of which its own are only a share. */
  share?: { from: number; to: number } | undefined;
  begins?: boolean;
}

function wordsOf(blocks: readonly (Block & { begins?: boolean })[], odd: Oddities): RawWord[] {
  const units = blocks.flatMap((block) => {
    const made = block.pieces.length > 0 ? unitsOf(block, odd) : [wholeOf(block)];
    const [first] = made;
    if (first && block.begins) first.begins = true;
    return made.filter(({ words }) => words.length > 0);
  });
  const filled = fillTimes(units);
  for (const { start, end, letters } of units) {
    if (letters === 0) continue;
    if (filled && (start === null || end === null)) odd.count('untimed');
  }
  const places = filled ? placesOf(units, filled, odd) : [];
  return units.flatMap(({ words, speaker, confidence, share, begins }, i) => {
    const times = filled?.[i];
    const order = places[i];
    const spread: RawWord[] = times
      ? spreadWords(words, { from: times.start, to: times.end }, times.within ?? share)
      : words.map(({ text, glued }) => ({ text, start: null, end: null, ...(glued && { glued }) }));
    return spread.map((word, k) => ({
      ...word,
      speaker,
      confidence,
      ...(order !== undefined && { order }),
      ...(k === 0 && begins && { paragraph: true as const }),
    }));
  });
}

/**
 * Returns when each takes its turn. Some programs give a word that they cannot place the time of its whole segment; it
 * stays behind the word in front of it all the same.
 */
function placesOf(units: readonly Unit[], filled: readonly Filled[], odd: Oddities): number[] {
  const places: number[] = [];
  for (const [i, { start, end, within }] of filled.entries()) {
    const [before, place] = [filled[i - 1], within?.from ?? start];
    const last = places.at(-1) ?? place;
    const reaches =
      before !== undefined && place < last && (within?.to ?? end) >= (before.within?.to ?? before.end);
    if (reaches && units[i]?.inside.start === units[i - 1]?.inside.start) {
      odd.count('reaching');
      places.push(last);
    } else {
      places.push(place);
    }
  }
  return places;
}

const lengthOf = (words: readonly SplitWord[]): number =>
  words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').length, 0);

function wholeOf({ text, start, end, speaker, confidence }: Block): Unit {
  const words = splitWords(text);
  return {
    words,
    start,
    end,
    letters: lengthOf(words),
    whole: true,
    inside: { start: null, end: null },
    speaker,
    confidence,
  };
}

function unitsOf(block: Block, odd: Oddities): Unit[] {
  return alignPieces(block.text, block.pieces, odd).map((aligned) => ({
    words: [aligned.word],
    ...timesOf(aligned),
    letters: lengthOf([aligned.word]),
    whole: false,
    inside: { start: block.start, end: block.end },
    speaker: aligned.pieces[0]?.speaker ?? block.speaker,
    confidence: surenessOf(aligned.pieces),
  }));
}

/** Returns the confidence in a word, which is as sure as its least sure piece. */
function surenessOf(pieces: readonly Piece[]): number | undefined {
  const known = pieces.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** Returns the times from a word's first piece to its last. They are a guess where it is only part of a piece. */
function timesOf({ pieces, part }: AlignedWord): Pick<Unit, 'start' | 'end' | 'share'> {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return { start: null, end: null };
  const all = pieces.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
  if (all.length < pieces.length) return { start: first.start, end: last.end };
  const [from, to] = [Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))];
  if (pieces.length === 1 && (first.end ?? 0) < (first.start ?? 0))
    return { start: first.start, end: first.end };
  if (part.from === 0 && part.to === 1) return { start: from, end: to };
  const [head, tail] = [all[0], all.at(-1)];
  return {
    start: from + part.from * ((head?.end ?? from) - (head?.start ?? from)),
    end: to - (1 - part.to) * ((tail?.end ?? to) - (tail?.start ?? to)),
    share: { from, to },
  };
}
