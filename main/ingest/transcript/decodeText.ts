import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { t } from '../../../shared/messages/messages';
import { listed } from '../../../shared/text/listed';
import { fitsOneLanguage } from './fitsOneLanguage';
import { unreadable } from './unreadable';

const next = () => t('Save it as UTF-8 text and try again.');

export interface DecodedText {
  text: string;
  /** Notes on what was guessed, for whoever imports it. */
  notes: string[];
}

/**
 * Decodes the text of a file: UTF-8 or UTF-16, each with or without a byte order mark, or an old code page that its
 * letters tell of, which is then noted. Line ends become LF.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` for anything else, binary files included, and where two code pages are
 * about as likely and give other letters: guessed letters would be wrong names.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, notes } = decode(bytes);
  if (text.includes('\0')) throw unreadable(t('it is not a text file.'), next());
  // Other line ends and page ends part words as spaces do.
  return { text: text.replace(/\r\n?/gu, '\n').replace(/[\v\f\u0085\u2028\u2029]/gu, ' '), notes };
}

function decode(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return marked(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return marked(bytes, 'utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = read(bytes, wide);
    if (text !== null && isPlain(text)) {
      return {
        text,
        notes: [
          t('It was read as {encoding}, by its bytes: check that it reads well.', { encoding: nameOf(wide) }),
        ],
      };
    }
  }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), notes: [] };
  if (bytes.includes(0)) throw unreadable(t('it is not a text file.'), next());
  return fromCodePage(bytes);
}

function marked(bytes: Uint8Array, encoding: string): DecodedText {
  const text = read(bytes, encoding);
  if (text === null)
    throw unreadable(t('it is not valid {encoding} text.', { encoding: encoding.toUpperCase() }), next());
  return { text, notes: [] };
}

/** Recognises UTF-16, which has a zero byte in each space, digit and line end, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (high + low < bytes.length / 50) return null;
  if (low > 20 * high) return 'utf-16le';
  return high > 20 * low ? 'utf-16be' : null;
}

/**
 * Times that the best guess must be likelier than the next, and how likely it must be (chardet's own measure, 0 to
 * 100).
 */
const AHEAD_RATIO = 1.25;
const LEAST_CONFIDENCE = 10;
/** Fewest bytes that tell of a code page. */
const FEW_BYTES = 8;

function fromCodePage(bytes: Uint8Array): DecodedText {
  const part = foreignPart(bytes);
  const guessed = part.length < FEW_BYTES ? [] : analyse(part);
  const readings = guessed.flatMap(({ name, confidence }) => {
    const text = /^utf/iu.test(name) ? null : read(bytes, name);
    return text !== null && isPlain(text) && isWritten(text)
      ? [{ name: nameOf(name), confidence, text }]
      : [];
  });
  const fitting = readings.filter(({ text }) => fitsOneLanguage(text));
  const [best] = fitting;
  const other = fitting.find(({ text }) => text !== best?.text);
  if (
    !best ||
    best.confidence < LEAST_CONFIDENCE ||
    (other && best.confidence < AHEAD_RATIO * other.confidence)
  ) {
    const guesses = [best, other].flatMap((guess) => guess?.name ?? []);
    const line = firstForeignLine(bytes);
    throw unreadable(
      guesses.length > 0
        ? t('line {line}: it is not valid UTF-8 text; it may be {guesses}.', {
            line,
            guesses: listed(guesses, 'or'),
          })
        : t('line {line}: it is not valid UTF-8 text.', { line }),
      next(),
    );
  }
  const alike = fitting.filter(({ text }) => text === best.text).map(({ name }) => name);
  const name = alike.some((one) => /1252|8859-1$/u.test(one)) ? 'Windows-1252' : best.name;
  return {
    text: best.text,
    notes: [t('It was read as {encoding}, by its letters: check that names read well.', { encoding: name })],
  };
}

/** Returns the line, from 1, of the first byte that is no part of a letter in UTF-8. */
function firstForeignLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0 && isUtf8(bytes.subarray(from, end)); line++) {
    from = end + 1;
    end = bytes.indexOf(0x0a, from);
  }
  return line;
}

/** Keeps only the lines that tell of an encoding: what is the same in all would drown the few letters that are not. */
function foreignPart(bytes: Uint8Array): Uint8Array {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .split(/[\r\n]+/u);
  const telling = lines.filter((line) => /[\u0080-\u00ff]/u.test(line)).join('\n');
  return Buffer.from(telling.slice(0, 200_000), 'latin1');
}

/** Signs of Windows-1252 from 0x80 on, the five that it does not have left out. */
const WESTERN = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

function read(bytes: Uint8Array, encoding: string): string | null {
  // Node 20 gives control characters for these signs.
  if (/1252|8859-1$/u.test(encoding)) {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/gu, (sign) => WESTERN.charAt(sign.charCodeAt(0) - 0x80));
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** True if a text has no characters that texts have no use for, such as wrongly read bytes give. */
const isPlain = (text: string): boolean => !/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\p{Co}\p{Cn}]/u.test(text);

/** Tells whether nearly all words are in one script each, without capitals behind small letters. */
function isWritten(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const odd = words.filter((word) => /\p{Ll}\p{Lu}/u.test(word) || scriptsIn(word) > 1).length;
  return odd <= words.length / 10;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
];
const scriptsIn = (word: string): number => SCRIPTS.filter((script) => script.test(word)).length;

const nameOf = (encoding: string): string =>
  encoding
    .replace(/^windows/iu, 'Windows')
    .replace(/^utf-16le$/iu, 'UTF-16 (little-endian)')
    .replace(/^utf-16be$/iu, 'UTF-16 (big-endian)');
