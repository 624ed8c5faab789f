import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place in a text that identifies somebody; UTF-16 offsets. */
export interface Mention {
  type: string;
  /** The language family a person's name comes from. */
  origin: string | undefined;
  start: number;
  end: number;
}

export interface MarkedText {
  name: string;
  text: string;
  mentions: Mention[];
}

const MARK = /\[\[(\w+)(?:\.([\w-]+))?:([^\]]+)\]\]/gu;

/** Reads texts in which identifying parts are marked by hand: `[[person.kazakh:Name]]`, `[[place:Name]]`. */
export function markedTexts(folder: string): MarkedText[] {
  const path = join('tests', 'fixtures', 'texts', folder);
  return readdirSync(path)
    .sort()
    .map((name) => ({ name, ...unmark(readFileSync(join(path, name), 'utf8')) }));
}

/** Returns the text without its marks, and where they stood. */
export function unmark(marked: string): Pick<MarkedText, 'text' | 'mentions'> {
  const mentions: Mention[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    const [all, type = '', origin, name = ''] = match;
    text += marked.slice(at, match.index);
    mentions.push({ type, origin, start: text.length, end: text.length + name.length });
    text += name;
    at = match.index + all.length;
  }
  return { text: text + marked.slice(at), mentions };
}
