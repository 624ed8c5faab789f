import * as z from 'zod';
import { t } from '../messages/messages';
import type { Join } from './entity';

/**
 * Marker words by the language of the interview, for when nobody chose another. All other languages use the English
 * word.
 */
const MARKER_WORDS: Readonly<Record<string, string>> = { en: 'DELETED', kk: 'ЖОЙЫЛДЫ', ru: 'УДАЛЕНО' };
export const DEFAULT_MARKER_WORD = 'DELETED';

/** @param language BCP 47. */
export const markerWordFor = (language: string): string =>
  MARKER_WORDS[language.split('-')[0] ?? ''] ?? DEFAULT_MARKER_WORD;

/** Tells whether the app chose a marker's word; such a word says nothing of anybody. */
export const isDefaultMarkerWord = (word: string): boolean => Object.values(MARKER_WORDS).includes(word);

/** A marker word, in any script. Brackets and line breaks would break the marker open. */
export const markerWordSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^()[\]\p{Cc}\u2028\u2029]+$/u, {
    error: () => t('a marker word has no brackets or line breaks'),
  });

/**
 * Returns the marker that stands in the transcript for a withheld run: `(DELETED)`, `(DELETED-a place)` or `(DELETED
 * names of journalists)`. It depends on nothing but what the editor wrote.
 */
export function formatMarker(markerWord: string, description?: string, join: Join = 'dash'): string {
  if (description === undefined) return `(${markerWord})`;
  return `(${markerWord}${join === 'dash' ? '-' : ' '}${description})`;
}

/** Tells whether a text has a marker in it: one of this interview, or of another whose transcript was imported. */
export const hasMarker = (text: string, markerWord: string): boolean =>
  text.includes(`(${markerWord}`) || Object.values(MARKER_WORDS).some((word) => text.includes(`(${word}`));

/** Signs that stand around words in the scripts that we know of, and never belong to the words themselves. */
const SIGN = `[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}"'.,;:!?…¿¡*،؛؟۔。、，；：！？]`;
const EDGES = new RegExp(`^(${SIGN}*)(.*?)((?:['’][sS])?${SIGN}*)$`, 'su');

/** Returns the possessive and the signs at the start of a text, which belong to the word in front of it. */
export const signsBehind = (text: string): string => BEHIND.exec(text)?.[0] ?? '';
const BEHIND = new RegExp(`^(?:['’][sS](?![\\p{L}\\p{M}\\p{N}]))?${SIGN}*`, 'u');

/** Returns the signs at the end of a text, which belong to the word behind it. */
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

/** Words split so far. A language has few words, and they are split whenever they are shown. */
const split = new Map<string, WordParts>();
const MOST_WORDS_KNOWN = 20_000;
