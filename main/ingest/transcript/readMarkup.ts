import { decodeHTMLStrict } from 'entities/decode';

/** A line of a subtitle without its markup, and the positions in it (UTF-16) at which something begins. */
export interface CueLine {
  text: string;
  /** Speakers, each from a position on; undefined where a voice ends. */
  voices: { at: number; name: string | undefined }[];
  /** Times (seconds), each of what follows a position. */
  times: { at: number; time: number }[];
}

/** All that is known to be markup: anything else in brackets is text. */
const MARKUP =
  /<(\/?)(b|i|u|s|c|v|lang|ruby|rt|font|span|br)(?:[.\s/]([^<>]{0,300}))?>|<(\d{1,3}(?::\d{1,3}){1,2}[.,]\d{1,3})>|\{\\[^{}]{0,200}\}|\{\/?[bius]\}|\[\/?[bius]\]|\{[cfopsy]:[^{}\s]{0,60}\}/giu;
/** The same, escaped once too often. */
const ESCAPED = /&lt;(\/?(?:b|i|u|s|c|v|font|span|br)(?:[.\s/](?:(?!&[lg]t;)[^<>]){0,300})?)&gt;/giu;
/** Line ends and hard spaces as ASS writes them. */
const ASS_SPACE = /\\[Nnh](?![a-z])|\\[Nh]/gu;
/** Signs that set a direction, or nothing at all. */
const UNSEEN = /[\u200e\u200f\u2060\ufeff]/gu;

/** Reads the lines of a subtitle, SRT or VTT, and decodes entities. */
export function readMarkup(lines: readonly string[]): CueLine[] {
  let voice: string | undefined;
  return lines.map((line) => {
    const read: CueLine = {
      text: '',
      voices: voice === undefined ? [] : [{ at: 0, name: voice }],
      times: [],
    };
    let done = 0;
    const marked = line.replace(ESCAPED, '<$1>').replace(ASS_SPACE, ' ');
    for (const match of marked.matchAll(MARKUP)) {
      read.text += plain(marked.slice(done, match.index));
      done = match.index + match[0].length;
      const [, close, tag = '', rest = '', clock] = match;
      if (clock !== undefined) read.times.push({ at: read.text.length, time: seconds(clock) });
      else if (tag.toLowerCase() === 'br') read.text += ' ';
      else if (tag.toLowerCase() === 'v') {
        voice = close ? undefined : nameOf(match[0], rest);
        read.voices.push({ at: read.text.length, name: voice });
      }
    }
    read.text += plain(marked.slice(done));
    return read;
  });
}

const plain = (text: string): string => decodeHTMLStrict(text).replace(UNSEEN, '');

/** Reads the name in `<v Anna B.>` or, with classes, `<v.loud Anna B.>`. */
function nameOf(tag: string, rest: string): string | undefined {
  const name = tag.charAt(2) === '.' ? rest.replace(/^\S*/u, '') : rest;
  return plain(name).replace(/\s+/gu, ' ').trim() || undefined;
}

const seconds = (clock: string): number =>
  clock
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => 60 * sum + Number(part), 0);
