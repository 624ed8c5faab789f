import { tellingDigits } from '../../../shared/leaks/protectedForms';

/**
 * Least bytes of a pattern. Chance makes any few bytes somewhere in compressed sound or picture, but not this many: a
 * pattern of seven letters, each in two cases, is expected once in 5·10¹⁴ bytes. Shorter forms are searched for where
 * text can stand (`TextRuns`, metadata), and in UTF-16, where every second byte is fixed as well.
 */
const LONG_UTF8_BYTES = 7;
const LONG_UTF16_BYTES = 6;
/**
 * Least bytes of a pattern in UTF-16 in uncompressed sound. Quiet 16-bit samples are small numbers, and so are letters
 * in UTF-16: hiss spells any three letters within seconds, but not twelve letters in a year.
 */
const LONG_UTF16_IN_PCM_BYTES = 24;

/**
 * Makes the byte patterns by which forms are found anywhere: UTF-8 and UTF-16, accents composed and not, in three
 * cases.
 * @param inPcm true when the bytes to be searched are mostly uncompressed samples.
 */
export function bytePatternsOf(forms: readonly string[], inPcm = false): Uint8Array[] {
  const longUtf16 = inPcm ? LONG_UTF16_IN_PCM_BYTES : LONG_UTF16_BYTES;
  const patterns = new Map<string, Buffer>();
  const add = (pattern: Buffer, least: number) => {
    if (pattern.length >= least) patterns.set(pattern.toString('latin1'), pattern);
  };
  for (const form of forms) {
    for (const written of spellings(form)) {
      const utf16 = Buffer.from(written, 'utf16le');
      add(Buffer.from(written, 'utf8'), LONG_UTF8_BYTES);
      add(utf16, longUtf16);
      add(Buffer.from(utf16).swap16(), longUtf16);
    }
  }
  return [...patterns.values()];
}

/**
 * Lists the spellings of a form. ASCII letters need no cases of their own, since `BytePatterns` takes them in either.
 */
function spellings(form: string): Set<string> {
  const digits = tellingDigits(form);
  const titled = form.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  const cased = [form, titled, form.toLocaleUpperCase('und'), ...(digits === null ? [] : [digits])];
  return new Set(cased.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]));
}
