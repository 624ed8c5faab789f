import { locale, t } from '../../../shared/messages/messages';
import { guessLanguage } from '../../../shared/text/likelyLanguage';
import { listed } from '../../../shared/text/listed';
import { AppError } from '../../../shared/model/errors';
import { TRANSCRIPT_ENDINGS, type TranscriptEnding } from '../../../shared/model/formats';
import { isBlank } from '../../../shared/model/isBlank';
import { NO_SPEAKER_LABELS } from '../../../shared/plan/noSpeaker';
import { markParagraphs } from '../../../shared/text/markParagraphs';
import { numberedSpeaker } from '../../../shared/text/numberedSpeaker';
import type { Speaker, Word } from '../../../shared/model/word';
import { noteOf } from './noteOf';
import { decodeEntities } from '../../../shared/text/decodeEntities';
import { decodeText, type DecodedText } from './decodeText';
import { parseJson } from './parseJson';
import { parsePlainText } from './parsePlainText';
import { parseSubtitles } from './parseSubtitles';
import type { RawTranscript, RawWord } from './rawWord';
import { settleTimes } from './settleTimes';
import { unreadable } from './unreadable';

/** More words than a hundred hours of speech have: a file with more is of another kind, or has several interviews. */
const MOST_WORDS = 1_000_000;

export interface ImportedTranscript {
  /** The language that the file names, or `und`. */
  language: string;
  words: Word[];
  speakers: Speaker[];
  /** Notes on what was put right or left out, a sentence each. */
  notes: string[];
  /** The first number that was not used for an id. */
  nextId: number;
}

/**
 * Reads a transcript made elsewhere: SRT, VTT, plain text (no times), JSON of many programs, or our words JSON. Words
 * come in the order of their starts, never overlapping, never of zero length.
 * @param extension of the file's name, such as `.srt`, in any case.
 * @param firstId number of the first id that may be given: `w1`, `w2` … for words, the numbers after for speakers.
 * @param spoken the language (BCP 47) that a person named. Speakers who are only counted are labelled in it, else in the
 * file's, the one that its words are likely in, or the app's.
 * @throws {AppError} `FILE_EMPTY`, `TRANSCRIPT_UNREADABLE` (says where, never what stands there).
 */
export function parseTranscript(
  bytes: Uint8Array,
  extension: string,
  firstId = 1,
  spoken?: string,
): ImportedTranscript {
  const raw = withoutEntities(withoutControls(parse(bytes, extension.toLowerCase().replace(/^\./u, ''))));
  if (raw.words.length === 0) throw unreadable(t('it has no words.'));
  if (raw.words.length > MOST_WORDS) throw tooLong();
  const nameOf = namedIn(spoken ?? raw.language, raw.words);
  const names = [...new Set(raw.words.flatMap(({ speaker }) => nameOf(speaker) ?? []))];
  const firstSpeaker = firstId + raw.words.length;
  const speakers = names.map((name, i) => ({ id: `s${firstSpeaker + i}`, name }));
  const ids = new Map(speakers.map(({ id, name }) => [name, id]));
  const words = paragraphed(settleTimes(raw.words)).map(
    ({ speaker, confidence, order: _, glued, ...word }, i, all) => {
      const id = ids.get(nameOf(speaker) ?? '');
      return {
        ...word,
        id: `w${firstId + i}`,
        ...(id !== undefined && { speaker: id }),
        ...(confidence !== undefined && { confidence }),
        // Nothing stands in front of the first word of a line.
        ...(glued && i > 0 && !word.paragraph && all[i - 1]?.speaker === speaker && { glued }),
      };
    },
  );
  return {
    language: raw.language,
    words,
    speakers,
    notes: raw.notes,
    nextId: firstSpeaker + speakers.length,
  };
}

/** Removes control characters and halves of characters: they say nothing, hide names from a search, and break XML. */
function withoutControls({ words, ...more }: RawTranscript): RawTranscript {
  const clean = words.map((word) => ({ ...word, text: word.text.replace(/[\p{Cc}\p{Cs}]/gu, '') }));
  return { ...more, words: clean.filter(({ text }) => text !== '') };
}

/** Decodes entities: what a browser or another program would read as a letter becomes one. */
function withoutEntities({ words, notes, ...more }: RawTranscript): RawTranscript {
  let count = 0;
  const clean = words.map((word) => {
    const text = decodeEntities(word.text)
      .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
      .trim();
    if (text === word.text) return word;
    count++;
    return { ...word, text };
  });
  return {
    ...more,
    words: clean.filter(({ text }) => text !== ''),
    notes: [
      ...notes,
      ...noteOf(count, (n) =>
        t(
          '{count, plural, one {# word held signs of HTML, which were read as letters.} other {# words held signs of HTML, which were read as letters.}}',
          { count: n },
        ),
      ),
    ],
  };
}

/** Divides words with times into paragraphs, each turn for itself. A text without times brings its own. */
function paragraphed(words: readonly RawWord[]): RawWord[] {
  const turns: TimedRawWord[][] = [];
  for (const word of words) {
    if (!isTimedRaw(word)) return [...words];
    const turn = turns.at(-1);
    if (turn && turn[0]?.speaker === word.speaker) turn.push(word);
    else turns.push([word]);
  }
  return turns.flatMap((turn) => {
    // The place of guessed times within their stretch depends on what may be withheld. The beginnings of paragraphs
    // must not.
    const begins = markParagraphs(
      turn.map(({ text, start, end, within }) => ({
        text,
        start: within?.from ?? start,
        end: within?.to ?? end,
      })),
      [],
    );
    return turn.map((word, i) => (begins[i] ? { ...word, paragraph: true as const } : word));
  });
}

type TimedRawWord = RawWord & { start: number; end: number };
const isTimedRaw = (word: RawWord): word is TimedRawWord => word.start !== null && word.end !== null;

/** Returns what tells the label of a speaker. The language is needed, and guessed, only for one who has a number. */
function namedIn(told: string, words: readonly RawWord[]) {
  let language: string | undefined;
  const languageOf = () => {
    const likely = told === 'und' ? guessLanguage(words.map(({ text }) => text)) : told;
    return likely === 'und' ? locale() : likely;
  };
  return (speaker: RawWord['speaker']): string | undefined =>
    typeof speaker === 'number' ? numberedSpeaker((language ??= languageOf()), speaker) : tidyName(speaker);
}

function tidyName(speaker: string | undefined): string | undefined {
  const name = speaker?.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return name === undefined || isBlank(name) || NO_SPEAKER_LABELS.includes(name) ? undefined : name;
}

function parse(bytes: Uint8Array, extension: string): RawTranscript {
  if (bytes.length === 0) {
    throw new AppError('FILE_EMPTY', t('The transcript file is empty.'), t('Choose another file.'));
  }
  const ending = TRANSCRIPT_ENDINGS.find((one) => one === extension);
  if (ending === undefined)
    throw unreadable(
      t('its kind is not known.'),
      t('Choose a file that ends in {endings}.', { endings: endings() }),
    );
  return READERS[ending](bytes);
}

const READERS: Readonly<Record<TranscriptEnding, (bytes: Uint8Array) => RawTranscript>> = {
  srt: (bytes) => withNotes(decodeWords(bytes), (text) => parseSubtitles(text, 'srt')),
  vtt: (bytes) => withNotes(decodeWords(bytes), (text) => parseSubtitles(text, 'vtt')),
  txt: (bytes) => (isJson(bytes) ? parseJson(bytes) : withNotes(decodeWords(bytes), parsePlainText)),
  json: parseJson,
};

/** Tells whether a text file is JSON under another name. */
function isJson(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '');
  if (!/^\s*(?:\{\s*"|\[\s*\{\s*")/u.test(start)) return false;
  try {
    return typeof JSON.parse(new TextDecoder().decode(bytes)) === 'object';
  } catch {
    return false;
  }
}

/** Lists the endings: `.srt, .vtt, .txt or .json`. */
const endings = () =>
  listed(
    TRANSCRIPT_ENDINGS.map((ending) => `.${ending}`),
    'or',
  );

function withNotes({ text, notes }: DecodedText, read: (text: string) => RawTranscript): RawTranscript {
  const raw = read(text);
  return { ...raw, notes: [...notes, ...raw.notes] };
}

/** Decodes a text, and refuses one that is far too long: at once, and not after minutes of work. */
function decodeWords(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  const { text } = decoded;
  let count = 0;
  for (const word = /\S+/gu; word.test(text);) if (++count > MOST_WORDS) throw tooLong();
  return decoded;
}

const tooLong = () =>
  unreadable(t('it has more than a million words.'), t('Split it and import one interview at a time.'));
