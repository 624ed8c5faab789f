import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder } from './finder';

const AGE = () => t('an age');
const BIRTH = () => t('a year of birth');
const YEAR = '(?:19|20)\\d\\d';

const ENGLISH_NUMBER = `(?:[1-9]\\d?|${anyOf(en.ten)}(?:-| )${anyOf(en.unit)}|${anyOf(en.number)})`;
const RUSSIAN_NUMBER = `(?:[1-9]\\d?|${anyOf(ru.ten)}(?: ${anyOf(ru.unit)})?|${anyOf(ru.teen)}|${anyOf(ru.unit)})`;
const KAZAKH_NUMBER = `(?:[1-9]\\d?|${anyOf(kk.ten)}(?: ${anyOf(kk.unit)})?|${anyOf(kk.unit)})`;
const years = '(?:год|года|лет|годик\\p{L}{0,2}|годков)';

/** Finds how old somebody is, and the year in which they were born. */
export const findAges = finder({
  english: [
    [AGE, `${ENGLISH_NUMBER}(?:-| )years?(?:-| )olds?`],
    [AGE, `(?:aged|at the age of|at age) ${ENGLISH_NUMBER}`],
    // This takes "she was 43 when", and not "she was two hours late".
    [
      AGE,
      `(?:he|she|i|who|${anyOf(en.kin)})(?: (?:was|is|am|turned)|['’](?:m|s))(?: (?:just|only|about|already|then|now|almost|nearly|not yet|barely)){0,2} (?<it>${ENGLISH_NUMBER})(?=[^\\S\\n]*[.,;:!?…)]|[^\\S\\n]*$| (?:when|and|but|then|now|at|that|in|years))`,
    ],
    [AGE, `in (?:his|her|my|their) (?<it>(?:(?:early|mid|late)(?:-| ))?${anyOf(en.decade)})`],
    [
      AGE,
      `(?:man|woman|boy|girl|child|person|men|women) of (?:about )?(?<it>${ENGLISH_NUMBER})(?! ${anyOf(en.child)})`,
    ],
    [BIRTH, `born in (?<it>${YEAR})`],
  ],
  russian: [
    [
      AGE,
      `(?:${RUSSIAN_NUMBER}(?:-?х|-?ти|-?и)?[ -]|(?:${ru.ageTen.replaceAll(' ', '|')})?(?:одно|${ru.ageStem.replaceAll(/\s+/gu, '|')})|(?:${ru.ageTen.replaceAll(' ', '|')}))летн\\p{L}{2,3}(?! ${anyOf(ru.lasting)})`,
    ],
    [AGE, `${anyOf(ru.dative)}(?: ${anyOf(ru.ageAside)}){0,3} (?<it>${RUSSIAN_NUMBER} ${years})`],
    [
      AGE,
      `${anyOf(ru.dative)}(?: ${anyOf(ru.ageAside)}){0,3} (?<it>(?:за |под |около |лет )?(?!один|одн)${RUSSIAN_NUMBER}(?: с небольшим)?)(?=[^\\S\\n]*[.,;:!?…)]|[^\\S\\n]*$| (?:когда|и|а|но|в|на))`,
    ],
    [AGE, `${anyOf(ru.who)} (?<it>(?:лет|около|за) ${RUSSIAN_NUMBER}(?: ${years})?)`],
    [AGE, `(?:в возрасте|возраст|в) (?<it>${RUSSIAN_NUMBER}(?:-ти)? ${years})(?! (?:назад|тюрьмы))`],
    [BIRTH, `${YEAR}(?:-го)? (?:года|г\\.?) ?(?:рождения|р\\.?)|родил(?:ся|ась) в (?<it>${YEAR})`],
  ],
  kazakh: [
    [BIRTH, `(?<it>${YEAR}) (?:жылы|жылғы) (?:туған|туыл\\p{L}{2,6})`],
    [AGE, `${anyOf(kk.ageOf)} ${KAZAKH_NUMBER}(?:-?(?:те|та|де|да|ге|ға|ке|қа))?`],
    [AGE, `${anyOf(kk.tens)} (?:шамасында|жасында|шамасындағы)`],
    [AGE, `(?:${anyOf(kk.ten)} )?${anyOf(kk.numberReached)} (?:толд|шық|кел)\\p{L}{1,6}`],
    [AGE, `(?:${anyOf(kk.ten)} )?${anyOf(kk.numberBeing)}`],
    [AGE, `${KAZAKH_NUMBER}(?:-| )${anyOf(kk.years)}`],
  ],
});
