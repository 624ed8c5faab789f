import { t } from '../../../shared/messages/messages';
import {
  confidenceAt,
  isObject,
  listAt,
  speakerAt,
  textAt,
  timeAt,
  valueOf,
  type JsonObject,
} from './jsonValues';
import type { JsonTranscript } from './JsonTranscript';
import type { Oddities } from './Oddities';
import type { Block, Piece } from './spokenPieces';
import { unreadable } from './unreadable';
import { whisperBlocks } from './whisperBlocks';

/**
 * Reads segments, words or both, as whisper.cpp, the Python programs around Whisper, OpenAI, Hugging Face, AssemblyAI
 * and this program write them, or a bare list of them.
 * @param bytewise true if each character of a text is a byte of UTF-8.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the path, or what kind of file it is.
 */
export function jsonBlocks(value: unknown, bytewise: boolean, odd: Oddities): JsonTranscript {
  if (Array.isArray(value) && value.length > 0 && value.every(isTold)) {
    return { language: undefined, blocks: listed(listAt(value, 'list'), 'list', null, odd), duration: null };
  }
  if (isObject(value)) {
    const {
      transcription,
      words,
      word_segments: more,
      segments,
      chunks,
      language,
      language_code: code,
    } = value;
    const duration = timeAt(valueOf(value, 'audio_duration', 'duration'), odd);
    const common = { language: language ?? code, duration };
    if (transcription !== undefined) return whisperBlocks(value, bytewise, odd);
    if (segments !== undefined) {
      const blocks = listAt(segments, 'segments').map((entry, i) => blockOf(entry, `segments[${i}]`, odd));
      const spoken = words ?? more;
      const bare = blocks.every(({ pieces }) => pieces.length === 0);
      if (bare && Array.isArray(spoken) && spoken.length > 0) {
        return { ...common, blocks: [joined(blocks, piecesOf(spoken, 'words', odd))] };
      }
      const whole = typeof value.text === 'string' ? value.text : null;
      if (blocks.length > 0 || words === undefined) return { ...common, blocks: withWhole(blocks, whole) };
    }
    if (words !== undefined) {
      const text = textAt(value.text, 'text') ?? '';
      return { ...common, blocks: [{ text, start: null, end: null, pieces: piecesOf(words, 'words', odd) }] };
    }
    if (chunks !== undefined) {
      const blocks = listed(listAt(chunks, 'chunks'), 'chunks', textAt(value.text, 'text'), odd);
      return { ...common, blocks: withWhole(blocks, typeof value.text === 'string' ? value.text : null) };
    }
    const inner = valueOf(value, 'output', 'transcript', 'result', 'data');
    if (typeof inner === 'object' && inner !== null && holdsSpeech(inner))
      return jsonBlocks(inner, bytewise, odd);
  }
  throw unreadable(
    formsKnown(writerOf(value)),
    t('Save the transcript as SRT, VTT or plain text there, and import that.'),
  );
}

const formsKnown = (writer: string | null): string =>
  writer === null
    ? t(
        'it has none of the forms that are known: an object with "words" or "segments", as Whisper programs write, or a list of them.',
      )
    : t(
        'it has none of the forms that are known: an object with "words" or "segments", as Whisper programs write, or a list of them; it looks like a file of {writer}.',
        { writer },
      );

const holdsSpeech = (value: object): boolean =>
  Array.isArray(value) ||
  ['words', 'segments', 'utterances', 'chunks', 'transcription'].some((key) => Object.hasOwn(value, key));

const isTold = (entry: unknown): boolean =>
  isObject(entry) &&
  valueOf(entry, 'text', 'word', 'transcript') !== undefined &&
  valueOf(entry, 'start', 'start_time', 'from', 'timestamp', 'offsets', 'timestamps') !== undefined;

/** Recognises other services by a key that only they write. */
function writerOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { results, monologues, jobName } = value;
  if (monologues !== undefined) return 'Rev';
  if (jobName !== undefined) return 'Amazon Transcribe';
  if (isObject(results) && results.channels !== undefined) return 'Deepgram';
  if (Array.isArray(results)) return 'Speechmatics, Google';
  return null;
}

/** Makes blocks of a list. Words in a list of their own are one block; anything longer is a block each. */
function listed(entries: readonly JsonObject[], path: string, text: string | null, odd: Oddities): Block[] {
  const blocks = entries.map((entry, i) => blockOf(entry, `${path}[${i}]`, odd));
  const single = blocks.filter(
    (block) => !/\S\s+\S/u.test(block.text) && block.text.length <= LONG_WORD_CHARACTERS,
  ).length;
  if (single <= blocks.length / 2 || blocks.some(({ pieces }) => pieces.length > 0)) return blocks;
  return [
    { text: text ?? '', start: null, end: null, pieces: blocks.map(({ pieces: _, ...piece }) => piece) },
  ];
}

/** Most characters of a word; in scripts without spaces a longer piece is a sentence. */
const LONG_WORD_CHARACTERS = 30;

function blockOf(entry: JsonObject, path: string, odd: Oddities): Block {
  const { words } = entry;
  const pieces = Array.isArray(words) ? piecesOf(words, `${path}.words`, odd) : [];
  return {
    ...pieceOf(entry, path, odd),
    pieces: pieces.map((piece) => withSpeaker(piece, speakerAt(entry.speaker, odd))),
  };
}

const withSpeaker = (piece: Piece, speaker: Piece['speaker']): Piece =>
  piece.speaker === undefined && speaker !== undefined ? { ...piece, speaker } : piece;

const piecesOf = (value: unknown, path: string, odd: Oddities): Piece[] =>
  listAt(value, path).map((entry, i) => pieceOf(entry, `${path}[${i}]`, odd));

function pieceOf(entry: JsonObject, path: string, odd: Oddities): Piece {
  const [first, second] = stampOf(entry.timestamp);
  const start = timeAt(first ?? valueOf(entry, 'start', 'start_time', 'from', 'startTime'), odd);
  const length = timeAt(valueOf(entry, 'duration', 'dur'), odd);
  const end = timeAt(second ?? valueOf(entry, 'end', 'stop', 'end_time', 'to', 'endTime'), odd);
  const text = textAt(valueOf(entry, 'punctuated_word', 'word', 'text', 'transcript'), `${path}.text`);
  if (text === null && !Array.isArray(entry.words)) odd.count('textless');
  return {
    text: text ?? '',
    start,
    end: end ?? (start !== null && length !== null ? start + length : null),
    speaker: speakerAt(valueOf(entry, 'speaker', 'speaker_id'), odd),
    confidence: confidenceAt(valueOf(entry, 'probability', 'score', 'confidence', 'conf'), odd),
  };
}

/** Reads a stamp: `[1.2, 3.4]`, the same as a text, `{start, end}`, or a clock alone. */
function stampOf(stamp: unknown): unknown[] {
  if (Array.isArray(stamp)) return stamp;
  if (isObject(stamp)) return [valueOf(stamp, 'start', 'from', 'begin'), valueOf(stamp, 'end', 'to')];
  if (typeof stamp !== 'string') return [stamp];
  return stamp.replace(/^\s*[[(]|[\])]\s*$/gu, '').split(/\s*(?:,\s|-->|–|\s-\s)\s*/u);
}

/** Keeps the letters and digits of a text: what is said, and not how it is written. */
const lettersIn = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Returns the segments, or one block of them all where the whole text has words that none of them has. */
function withWhole(blocks: readonly Block[], text: string | null): Block[] {
  const told = (some: readonly string[]) => lettersIn(some.join(' '));
  const said = blocks.map((block) => block.text || block.pieces.map((piece) => piece.text).join(' '));
  if (text === null || told([text]) === told(said)) return [...blocks];
  const left = new Map<string, number>();
  const words = (some: string) =>
    some
      .split(/\s+/u)
      .map(lettersIn)
      .filter((word) => word !== '');
  for (const word of said.flatMap(words)) left.set(word, (left.get(word) ?? 0) + 1);
  const isLost = words(text).some((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count < 1;
  });
  if (!isLost) return [...blocks];
  const pieces = blocks.flatMap(({ pieces: own, ...whole }) =>
    own.length > 0 ? own.map((piece) => withSpeaker(piece, whole.speaker)) : [whole],
  );
  return [{ text, start: null, end: null, pieces }];
}

/**
 * Makes a block of words that stand beside the segments instead of in them. Their speakers are those of the segments.
 */
function joined(blocks: readonly Block[], pieces: readonly Piece[]): Block {
  let at = 0;
  return {
    text: blocks.map(({ text }) => text).join(' '),
    start: null,
    end: null,
    pieces: pieces.map((piece) => {
      const middle = ((piece.start ?? 0) + (piece.end ?? piece.start ?? 0)) / 2;
      while (piece.start !== null && at + 1 < blocks.length && middle >= (blocks[at + 1]?.start ?? Infinity))
        at++;
      return withSpeaker(piece, blocks[at]?.speaker);
    }),
  };
}
