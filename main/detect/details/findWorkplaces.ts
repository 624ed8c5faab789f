import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, wordBut } from './finder';

const WORK = () => t('where somebody works or learns');
const NUMBERED = () => t('one of several by its number');

const ENGLISH_NUMBER = `(?:\\d{1,5}|${anyOf(en.number)}|${anyOf(en.unit)})`;
const englishAs = `(?: as (?:a|an|the) ${wordBut(en.little)})?`;
const russianNumber = `(?:\\d{1,5}|(?:${anyOf(ru.ten)} )?${anyOf(ru.unit)}|${anyOf(ru.ten)}|${anyOf(ru.teen)})`;
const russianOrdinal = `(?:\\d{1,4}-(?:я|й|ю|ой|м|ом|го|ая|ую)|(?:(?:двадцать|тридцать|сорок) )?${anyOf(ru.ordinal)})`;
const russianWord = wordBut(`${ru.little} ${ru.workplace}`);
const kazakhOrdinal = `(?:\\d{1,4}(?:-(?:ші|шы|інші|ыншы))|${anyOf(kk.ordinal)})`;
const kazakhWork = '(?:жұмыс_істе|қызмет_(?:ет|істе)|оқы|оқи|сабақ_бер)'.replaceAll('_', ' ');

/**
 * Finds where somebody works, serves or learns, if it is said which one that is; schools, hospitals and troops by
 * number.
 */
export const findWorkplaces = finder({
  english: [
    [
      WORK,
      `${anyOf(en.doingWork)}${englishAs} (?:in|at|for|from) (?:(?:the|our|that|my|his|her) (?:${wordBut(en.little)} ){0,3}?|(?:a|an) (?:${wordBut(en.little)} ){1,3}?|(?:${wordBut(en.little)} ){1,2}?)${anyOf(en.workplace)}`,
    ],
    [
      WORK,
      `${anyOf(en.doingWork)}${englishAs} (?:in|at|for|from) (?:${anyOf(en.article)} )?(?:${wordBut(en.little)} )?${anyOf(en.authority)}`,
    ],
    [
      WORK,
      `(?:${anyOf(en.ordinal)} (?:year|grade|course)|student|graduate|pupil) (?:at|of|in|from) (?:${anyOf(en.article)} )?(?:${wordBut(en.little)} ){0,2}?${anyOf(en.workplace)}`,
    ],
    [
      NUMBERED,
      `${anyOf(en.numbered)} (?:(?:number|no\\.?|nr\\.?|№|#) ?)${ENGLISH_NUMBER}|${anyOf(en.numbered)} \\d{1,4}(?! \\p{L}{3})`,
    ],
    [
      NUMBERED,
      `(?:the|our|my|his|her) ${anyOf(en.ordinal)} (?:${wordBut(en.little)} )?${anyOf(en.numbered)}`,
    ],
    [NUMBERED, `(?:military )?${anyOf(en.troop)} (?:(?:number|no\\.?|№) ?)?\\d{2,6}`],
  ],
  russian: [
    [
      WORK,
      `${anyOf(ru.doingWork)}(?: \\p{L}{3,20}(?:ом|ем|ой|ей))? (?:в|на|во|из) (?:${russianWord} ){1,3}?${anyOf(ru.workplace)}`,
    ],
    [
      WORK,
      `${anyOf(ru.doingWork)}(?: \\p{L}{3,20}(?:ом|ем|ой|ей))? (?:в|на|во|из) (?:${russianWord} )?${anyOf(ru.authority)}`,
    ],
    [
      WORK,
      `${anyOf('студент студента студентом студентк* выпускник выпускником выпускниц* ученик учеником учениц*')} (?:${russianWord} ){0,2}?${anyOf(ru.workplace)}`,
    ],
    [WORK, `${russianOrdinal} курс\\p{L}{0,3} (?:${russianWord} ){0,3}?${anyOf(ru.workplace)}`],
    [
      NUMBERED,
      `${anyOf(ru.numbered)} (?:(?:№|номер|под номером) ?)${russianNumber}|${anyOf(ru.numbered)} \\d{1,4}(?! \\p{L}{3})`,
    ],
    [NUMBERED, `${russianOrdinal} (?:${russianWord} )?${anyOf(ru.numbered)}`],
    [NUMBERED, `${anyOf(ru.troop)} (?:(?:№|номер) ?)?\\d{2,6}`],
  ],
  kazakh: [
    [
      WORK,
      `(?:${wordBut(`${kk.little} ${kk.kin}`)} ){1,2}?(?=\\p{L}{0,20}[дт][ае] )${anyOf(kk.workplace)}(?: ${wordBut(kk.little)}){0,2}? ${kazakhWork}\\p{L}{0,8}`,
    ],
    [
      WORK,
      `(?=\\p{L}{0,20}[дт][ае] )${anyOf(kk.authority)}(?: ${wordBut(kk.little)}){0,2}? ${kazakhWork}\\p{L}{0,8}`,
    ],
    [WORK, `(?:${wordBut(kk.little)} )?${anyOf(kk.workplace)} ${anyOf(kk.ordinal)} курс\\p{L}{0,6}`],
    [WORK, `(?:${wordBut(kk.little)} )?${anyOf(kk.workplace)} (?:студент|түлег|оқушы)\\p{L}{1,6}`],
    [NUMBERED, `(?:№ ?\\d{1,4}|\\d{1,4} нөмірлі|${kazakhOrdinal}) ${anyOf(kk.numbered)}`],
    [NUMBERED, `\\d{3,6} ${anyOf(kk.troop)}`],
  ],
});
