import type { TextFormat } from '../../../shared/contract/api';
import type { LeakFinder } from '../../../shared/redaction/LeakFinder';
import type { PublishedToken } from '../../../shared/redaction/render';
import { writeTranscript } from '../transcript/writeTranscript';
import { decodedTexts } from './decodedTexts';
import { publishedStrings } from './publishedStrings';

/**
 * How many protected forms stand in a published text. What stands in every text of that format (styles, fonts,
 * settings) is not searched: a witness called Georgia does not keep Word documents from being published.
 */
export async function textForms(
  format: TextFormat,
  bytes: Uint8Array,
  language: string,
  finder: LeakFinder,
): Promise<number> {
  const always = new Set(publishedStrings(format, await emptyTranscript(format, language)));
  const strings = publishedStrings(format, bytes).filter((text) => !always.has(text));
  return countIn(strings, finder);
}

/** How many protected forms stand in texts; what is decoded from them counts for names alone, not for their sounds. */
export const countIn = (texts: readonly string[], finder: LeakFinder): number =>
  texts.reduce(
    (sum, text) =>
      decodedTexts(text).reduce(
        (some, decoded) => some + finder.countNames(decoded),
        sum + finder.count(text),
      ),
    0,
  );

/** A transcript that uses everything the format has and says nothing. */
function emptyTranscript(format: TextFormat, language: string): Promise<Uint8Array> {
  const token = (text: string, marker: boolean, start: number): PublishedToken => ({
    text,
    marker,
    start,
    end: start + 1,
  });
  const tokens = [token('0', false, 0), token('(0)', true, 2)];
  return writeTranscript(format, [{ speaker: '0', tokens }], { title: '0', intro: '0', language });
}
