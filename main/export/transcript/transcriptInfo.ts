import type { TimeCodes } from '../../../shared/contract/exports';
import type { Direction } from '../../../shared/text/directionOf';

/** The text around the paragraphs of a published transcript, written by the publisher and not by the witness. */
export interface TranscriptInfo {
  title: string;
  /** Text before the testimony; its line breaks are kept. */
  intro?: string | undefined;
  /** BCP 47 tag, such as `en` or `kk-Cyrl`; anything else counts as `und`. */
  language: string;
  /** Tells whether paragraphs say when they begin, in formats that are made to be read: TXT, DOCX, HTML. */
  timeCodes?: TimeCodes | undefined;
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns the title on one line, the introduction as lines, a valid language and its direction. */
export function tidyInfo(info: TranscriptInfo): {
  title: string;
  intro: string[];
  language: string;
  /** Direction of the language's script, for what has no letters of its own. */
  direction: Direction;
} {
  const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(info.language) ? info.language : 'und';
  const [base = '', script = ''] = language.toLowerCase().split('-');
  const written = script === 'arab' || script === 'hebr' || (script.length !== 4 && RIGHT_TO_LEFT.has(base));
  return {
    title: info.title.replace(CONTROLS, ' ').trim(),
    intro: (info.intro ?? '')
      .split(/\r\n?|[\n\u2028\u2029]/u)
      .map((line) => line.replace(CONTROLS, ' ').trim())
      .filter((line) => line !== ''),
    language,
    direction: written ? 'rtl' : 'ltr',
  };
}
