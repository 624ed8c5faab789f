import { parseJson } from '../parseJson';

/** A comment, a tag, or text up to the next one. */
const PIECE = /<!--[\s\S]*?-->|<[^>]*>|[^<]+/gu;
const ATTRIBUTE = /=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;
/** Elements that readers see as separate; all others may stand in the middle of a word. */
const BLOCK = /^<\/?(?:p|br|div|h\d|header|main|title|head|body|html|li|ul|td|th|tr)[\s/>]/u;

/**
 * Lists everything in a report that a person or a program can read as content, as strings to be searched: the text,
 * with names joined that markup cuts apart, attribute values, comments, and JSON strings with their escapes undone. It
 * leaves out what cannot hold a word: JSON numbers and names of elements.
 * @throws {Unreadable} when the bytes are not of that format.
 */
export function publishedStrings(format: 'html' | 'json', bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return format === 'html' ? markupStrings(text) : jsonStrings(parseJson(text));
}

function jsonStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    // The texts are also searched as a row, since a name may be spread over neighbouring tokens.
    const texts = value.map((item: unknown) => (isRecord(item) ? item.text : undefined));
    const row = texts.filter((text) => typeof text === 'string').join(' ');
    return [row, ...value.flatMap(jsonStrings)];
  }
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => [key, ...jsonStrings(item)]);
  return [];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function markupStrings(markup: string): string[] {
  const strings: string[] = [];
  let joined = '';
  const end = () => {
    if (joined.trim() !== '') strings.push(decodeEntities(joined));
    joined = '';
  };
  for (const [piece] of markup.matchAll(PIECE)) {
    if (!piece.startsWith('<')) {
      joined += piece;
      strings.push(decodeEntities(piece));
      continue;
    }
    if (BLOCK.test(piece)) end();
    if (piece.startsWith('<!--')) strings.push(piece.slice(4, -3));
    for (const [, double, single, bare] of piece.matchAll(ATTRIBUTE)) {
      strings.push(decodeEntities(double ?? single ?? bare ?? ''));
    }
  }
  end();
  return strings;
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
