import { t } from '../../../shared/messages/messages';
import { unreadable } from './unreadable';

/** Beginnings of other kinds of text. Read as plain text, their signs and times would be published as said. */
const KINDS: readonly (readonly [RegExp, () => string])[] = [
  [/^\{\\rtf/u, () => t('line 1: it is an RTF document, not plain text.')],
  [/^<(?:!doctype html|html)\b/iu, () => t('line 1: it is a web page, not plain text.')],
  [/^<\?xml\b|^<tt\b/iu, () => t('line 1: it is an XML file, not plain text.')],
  [/^\[Script Info\]/iu, () => t('line 1: it is a file of ASS subtitles, not plain text.')],
  [/^\{\d+\}\{\d+\}/u, () => t('line 1: it is a file of MicroDVD subtitles, not plain text.')],
  [
    /^(?:start|begin|from)(?:_?time)?[\t,;]\s*(?:end|stop|to)/iu,
    () => t('line 1: it is a table with times, not plain text.'),
  ],
  [
    /^\[(?:ti|ar|al|by|length):[^\]]*\]\s*$/imu,
    () => t('line 1: it is a file of song lines (LRC), not plain text.'),
  ],
];

/** @throws {AppError} `TRANSCRIPT_UNREADABLE` for a text file that is more than plain text. */
export function refuseOtherKinds(text: string): void {
  const start = text.slice(0, 1000).replace(/^[\s\ufeff]+/u, '');
  const reason = KINDS.find(([begins]) => begins.test(start))?.[1];
  if (reason) throw unreadable(reason(), t('Save it as SRT, VTT or plain text, and import that.'));
}
