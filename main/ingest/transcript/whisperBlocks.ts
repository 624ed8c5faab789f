import { isUtf8 } from 'node:buffer';
import type { JsonTranscript } from './JsonTranscript';
import { confidenceAt, isObject, listAt, speakerAt, textAt, timeAt, type JsonObject } from './jsonValues';
import type { Oddities } from './Oddities';
import type { Piece } from './spokenPieces';

const SPECIAL = /^\[_.*\]$|^<\|.*\|>$/u;

/**
 * Reads what `whisper-cli -oj`, `-ojf` and `-di` write; offsets are milliseconds.
 * @throws {AppError} as `jsonBlocks`.
 */
export function whisperBlocks(value: JsonObject, bytewise: boolean, odd: Oddities): JsonTranscript {
  const decode = (text: string) => (bytewise ? Buffer.from(text, 'latin1').toString('utf8') : text);
  const { result, transcription } = value;
  let turn = false;
  const blocks = listAt(transcription, 'transcription').map((entry, i) => {
    const path = `transcription[${i}]`;
    const tokens = entry.tokens === undefined ? [] : listAt(entry.tokens, `${path}.tokens`);
    const read = tokens.flatMap((token, k) => tokenOf(token, `${path}.tokens[${k}]`, odd));
    const pieces = bytewise
      ? wholeLetters(read).map((piece) => ({ ...piece, text: decode(piece.text) }))
      : read;
    const speaker = speakerAt(entry.speaker);
    const block = {
      text: decode(textAt(entry.text, `${path}.text`) ?? ''),
      ...offsetsOf(entry, odd),
      speaker,
      pieces: pieces.map((piece) => ({ ...piece, speaker })),
      turn,
    };
    turn = entry.speaker_turn_next === true;
    return block;
  });
  return {
    language: isObject(result) ? result.language : undefined,
    blocks,
    duration: null,
    perSecond: 1000,
  };
}

function offsetsOf(
  { offsets, timestamps }: JsonObject,
  odd: Oddities,
): { start: number | null; end: number | null } {
  if (isObject(offsets)) return { start: timeAt(offsets.from, odd), end: timeAt(offsets.to, odd) };
  if (!isObject(timestamps)) return { start: null, end: null };
  const [start, end] = [timeAt(timestamps.from, odd), timeAt(timestamps.to, odd)];
  return { start: start === null ? null : 1000 * start, end: end === null ? null : 1000 * end };
}

function tokenOf(token: JsonObject, path: string, odd: Oddities): Piece[] {
  const text = textAt(token.text, `${path}.text`) ?? '';
  if (text.trim() === '' || SPECIAL.test(text.trim())) return [];
  return [{ text, ...offsetsOf({ offsets: token.offsets }, odd), confidence: confidenceAt(token.p, odd) }];
}

/** Joins tokens that end within a letter to those that complete it. */
function wholeLetters(tokens: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let open = false;
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (last && open) {
      last.text += token.text;
      last.end = token.end ?? last.end;
      if (token.confidence !== undefined) last.confidence = Math.min(last.confidence ?? 1, token.confidence);
    } else {
      pieces.push({ ...token });
    }
    open = !isUtf8(Buffer.from(pieces.at(-1)?.text ?? '', 'latin1'));
  }
  return pieces;
}
