import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, wordBut } from './finder';

const DAY = () => t('a day that can be looked up');
const MONTH = () => t('a month of a year');
const EVENT = () => t('an event that can be looked up');

const YEAR = '(?:19|20)\\d\\d';
const DIGITS = '(?:[12]?\\d|3[01])';
const ENGLISH_DAY = `(?:${DIGITS}(?:st|nd|rd|th)?|${anyOf(en.ordinal)})`;
const RUSSIAN_DAY = `(?:${DIGITS}(?:-?го|-?е)?|(?:(?:двадцать|тридцать) )?${anyOf(ru.ordinalDay)})`;
const KAZAKH_DAY = `(?:${DIGITS}(?:-(?:ші|шы|інші|ыншы))?|${anyOf(kk.ordinal)})`;

const english = `(?:(?:the|a|that|our) )?(?:${wordBut(en.little)} )?`;
const englishPlace = `(?:in|at|on|near|by|outside) (?:${anyOf(en.article)} )?(?:${wordBut(en.little)} )?${wordBut(en.little)}`;
const englishBefore =
  '(?:before|after|during|since|at|on the (?:day|eve|night|morning) of|the (?:day|night|morning|week) (?:before|after|of))';
const russianPlace = `${anyOf(ru.eventWhere)} (?:\\p{L}[\\p{L}-]{1,24}(?:ой|ей|ом|ем) )?${wordBut(ru.little)}`;

/** Finds days, months of a year, and events in public, which tell others when and where it was. */
export const findDates = finder({
  english: [
    [DAY, `(?:(?:on )?the )?${ENGLISH_DAY}(?: of)? ${anyOf(en.month)}(?:,? ${YEAR})?`],
    [DAY, `${anyOf(en.month)} (?:the )?${ENGLISH_DAY}(?:,? ${YEAR})?`],
    [MONTH, `${anyOf(en.month)}(?:,| of)? ${YEAR}`],
    [EVENT, `${englishBefore} ${english}${anyOf(en.event)} ${englishPlace}`],
    [EVENT, `${englishBefore} ${english}${anyOf(en.publicEvent)}(?: ${englishPlace})?`],
    [EVENT, `${englishBefore} (?:the )?${anyOf(en.month)} (?:${anyOf(en.event)}|events)`],
  ],
  any: [
    [
      DAY,
      `(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:${YEAR}|\\d\\d)|${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`,
    ],
  ],
  russian: [
    [DAY, `${RUSSIAN_DAY} ${anyOf(ru.month)}(?: ${YEAR}(?:-го)?(?: (?:года|г\\.?))?)?`],
    [MONTH, `(?:${anyOf(ru.month)}|${anyOf(ru.monthOf)}) ${YEAR}(?:-го)?(?: (?:года|г\\.?))?`],
    [EVENT, `${anyOf(ru.eventBefore)} (?:${wordBut(ru.little)} )?${anyOf(ru.event)} ${russianPlace}`],
    [
      EVENT,
      `${anyOf(ru.eventBefore)} (?:${wordBut(ru.little)} )?${anyOf(ru.publicEvent)}(?: ${russianPlace})?`,
    ],
    [EVENT, `${anyOf(ru.eventBefore)} (?<it>${anyOf(ru.monthly)} (?:${anyOf(ru.event)}|событи\\p{L}{1,3}))`],
  ],
  kazakh: [
    [EVENT, `${anyOf(kk.month)} (?:${anyOf(kk.event)}|оқиға\\p{L}{0,6}) ${anyOf(kk.eventWhen)}`],
    [DAY, `(?:${YEAR} жыл(?:ғы|дың|ы) )?${KAZAKH_DAY} ${anyOf(kk.month)}`],
    [
      DAY,
      `(?:${YEAR} жыл(?:ғы|дың|ы) )?${anyOf(kk.month)} ${DIGITS}-?(?:сі|сы|і|ы|сінде|сында|інде|ында)(?!\\p{L})`,
    ],
    [MONTH, `${YEAR} жыл(?:ғы|дың|ы) ${anyOf(kk.month)}`],
    [
      EVENT,
      `(?:${wordBut(kk.little)} )?\\p{L}{2,24}[дт](?:ағы|егі) ${anyOf(kk.event)} ${anyOf(kk.eventWhen)}`,
    ],
    [EVENT, `${anyOf(kk.publicEvent)} ${anyOf(kk.eventWhen)}`],
  ],
});
