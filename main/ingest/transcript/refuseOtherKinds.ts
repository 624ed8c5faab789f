import { unreadable } from './unreadable';

/** What other kinds of text begin with; read as plain text, their signs and times would be published as said. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/u, 'an RTF document'],
  [/^<(?:!doctype html|html)\b/iu, 'a web page'],
  [/^<\?xml\b|^<tt\b/iu, 'an XML file'],
  [/^\[Script Info\]/iu, 'a file of ASS subtitles'],
  [/^\{\d+\}\{\d+\}/u, 'a file of MicroDVD subtitles'],
  [/^(?:start|begin|from)(?:_?time)?[\t,;]\s*(?:end|stop|to)/iu, 'a table with times'],
  [/^\[(?:ti|ar|al|by|length):[^\]]*\]\s*$/imu, 'a file of song lines (LRC)'],
];

/** @throws {AppError} `TRANSCRIPT_UNREADABLE` for a text file that is more than plain text. */
export function refuseOtherKinds(text: string): void {
  const start = text.slice(0, 1000).replace(/^[\s\ufeff]+/u, '');
  const kind = KINDS.find(([begins]) => begins.test(start))?.[1];
  if (kind === undefined) return;
  throw unreadable(
    `line 1: it is ${kind}, not plain text.`,
    'Save it as SRT, VTT or plain text, and import that.',
  );
}
