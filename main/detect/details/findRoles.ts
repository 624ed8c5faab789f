import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, wordBut } from './finder';

const POST = () => t('a post of which few people have it');
const ONLY = () => t('the only one there');

const english = {
  role: `(?:${anyOf(en.modifier)} ){0,2}${anyOf(en.role)}`,
  of: `(?:${anyOf(en.article)} )?(?:${wordBut(en.little)} ){0,3}?${anyOf(en.institution)}`,
};
const russian = {
  role: `(?:${anyOf(ru.modifier)} ){0,2}${anyOf(ru.role)}`,
  /** Words between the role and the institution, adjectives and other roles: "областного", "директора". */
  between: `(?:\\p{L}[\\p{L}-]{1,24}(?:ого|его|ой|ей|ых|их|ым|ую)|${anyOf(ru.role)})`,
};
const kazakh = {
  /**
   * The institution. A word in front belongs to it if it has such an ending, or if the institution is itself
   * somebody's.
   */
  of: `(?:\\p{L}{2,24}(?:[лдт][ыі][қк]|[ғқ]ы|[гк]і) ${anyOf(kk.institution)}|${wordBut(kk.little)} (?=\\p{L}{2,24}[ыі]н[ыі]ң )${anyOf(kk.institution)}|${anyOf(kk.institution)})`,
  role: `(?:${anyOf(kk.modifier)} )?${anyOf(kk.role)}`,
};

/**
 * Finds what somebody is, where only few people are that: "head of the regional office", "the only midwife in our
 * village".
 */
export const findRoles = finder({
  english: [
    [
      POST,
      `(?:(?:the|a|our|their) )?${english.role}(?: (?:to|and) ${english.role})? (?:of|at|for|in) ${english.of}`,
    ],
    [POST, `(?:the|our|their|my|his|her) ${anyOf(en.institution)} (?:deputy )?${anyOf(en.role)}`],
    [
      ONLY,
      `the only (?:${wordBut(en.little)} )?(?:${anyOf(en.role)}|${anyOf(en.only)}) (?:in|at|of|on|from) (?:${anyOf(en.article)} )?(?:${wordBut(en.little)} )?${wordBut(en.little)}`,
    ],
  ],
  russian: [
    [
      POST,
      `${russian.role}(?: ${russian.between}){0,3}(?: (?:в|на))?(?: ${russian.between})? ${anyOf(ru.institution)}`,
    ],
    [POST, `(?:${anyOf(ru.modifier)} )?${anyOf(ru.adjectiveOfPlace)} ${anyOf(ru.role)}`],
    [
      ONLY,
      `единственн\\p{L}{2,3} (?:${anyOf(ru.role)}|${anyOf(ru.only)}) (?:в|на|во|из|среди|от) (?:${wordBut('и а но')} )?${wordBut(ru.little)}`,
    ],
  ],
  kazakh: [
    [POST, `${kazakh.of} ${kazakh.role}(?: ${anyOf(kk.role)})?`],
    [ONLY, `(?:\\p{L}{2,24}[дт][ае]ғы |\\p{L}{2,24}[дт]егі )?жалғыз (?:${anyOf(kk.only)}|${anyOf(kk.role)})`],
  ],
});
