import * as z from 'zod';
import { t } from '../messages/messages';
import type { Join } from './entity';

/** What stands in markers by the language of the interview, if nobody chose another word; elsewhere the English one does. */
const MARKER_WORDS: Readonly<Record<string, string>> = { en: 'DELETED', kk: 'ЖОЙЫЛДЫ', ru: 'УДАЛЕНО' };
export const DEFAULT_MARKER_WORD = 'DELETED';

/** @param language BCP 47. */
export const markerWordFor = (language: string): string =>
  MARKER_WORDS[language.split('-')[0] ?? ''] ?? DEFAULT_MARKER_WORD;

/** Whether a word is one of these: then it says nothing of anybody, also where somebody is called so. */
export const isUsualMarker = (word: string): boolean => Object.values(MARKER_WORDS).includes(word);

/** In any script; brackets and line breaks would break the marker open. */
export const markerWordSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^()[\]\p{Cc}\u2028\u2029]+$/u, {
    error: () => t('a marker word has no brackets or line breaks'),
  });

/**
 * What stands in the transcript instead of a withheld run: `(DELETED)`, `(DELETED-a place)` or
 * `(DELETED names of journalists)`. It depends on nothing but what the editor wrote.
 */
export function formatMarker(markerWord: string, description?: string, join: Join = 'dash'): string {
  if (description === undefined) return `(${markerWord})`;
  return `(${markerWord}${join === 'dash' ? '-' : ' '}${description})`;
}

/** Whether a text has a marker in it: this interview's, or one that another had, whose transcript was imported. */
export const hasMarker = (text: string, markerWord: string): boolean =>
  text.includes(`(${markerWord}`) || Object.values(MARKER_WORDS).some((word) => text.includes(`(${word}`));

/** Signs that stand around words in the scripts we know of, and never belong to what they stand around. */
const SIGN = `[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}"'.,;:!?…¿¡*،؛؟۔。、，；：！？]`;
const EDGES = new RegExp(`^(${SIGN}*)(.*?)((?:['’][sS])?${SIGN}*)$`, 'su');

/** The possessive and the signs that a text begins with: they are of the word in front of it. */
export const signsBehind = (text: string): string => BEHIND.exec(text)?.[0] ?? '';
const BEHIND = new RegExp(`^(?:['’][sS](?![\\p{L}\\p{M}\\p{N}]))?${SIGN}*`, 'u');

/** The signs that a text ends with: they are of the word behind it. */
export const signsInFront = (text: string): string => IN_FRONT.exec(text)?.[0] ?? '';
const IN_FRONT = new RegExp(`${SIGN}*$`, 'u');

export interface WordParts {
  lead: string;
  core: string;
  tail: string;
}

/**
 * Splits a written word into leading punctuation, core, and possessive with trailing punctuation:
 * `“Ivan's.` → `“`, `Ivan`, `'s.`. Lead and tail stay in the published text; the core is what is withheld.
 */
export function splitWord(text: string): WordParts {
  const known = split.get(text);
  if (known) return known;
  const [, lead = '', core = '', tail = ''] = EDGES.exec(text) ?? [];
  const parts = core === '' ? { lead: '', core: text, tail: '' } : { lead, core, tail };
  if (split.size >= MOST_WORDS_KNOWN) split.clear();
  split.set(text, parts);
  return parts;
}

/** The words of a language are few, and are split whenever they are shown. */
const split = new Map<string, WordParts>();
const MOST_WORDS_KNOWN = 20_000;
