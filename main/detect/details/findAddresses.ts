import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder } from './finder';

const ADDRESS = () => t('a house or a flat by its number');
const FLOOR = () => t('a floor of a house');

const englishNumber = `(?:\\d{1,4}[a-z]?|${anyOf(en.ten)}(?:-| )${anyOf(en.unit)}|${anyOf(en.number)})`;
const englishPart = `${anyOf(en.address)}(?: (?:is|was))?(?: (?:number|no\\.?|nr\\.?))? (?:№ ?|# ?)?${englishNumber}`;
const englishFloor = `(?: on the ${anyOf(en.ordinal)} floor)?`;
const russianNumber = `(?:\\d{1,4}[а-я]?|(?:сто )?(?:${anyOf(ru.ten)}(?: ${anyOf(ru.unit)})?|${anyOf(ru.teen)}|(?:два|две|три|четыре|пять|шесть|семь|восемь|девять)(?!\\p{L})))`;
const russianPart = `${anyOf(ru.addressed)}(?: (?:номер|под номером))? (?:№ ?)?${russianNumber}`;
const russianOrdinal = `(?:\\d{1,3}-(?:м|й|ом|ая|ой|ую)|(?:(?:двадцать|тридцать|сорок) )?${anyOf(ru.ordinal)})`;
const russianFloor = `(?:,? на ${russianOrdinal} ${anyOf(ru.floor)})?`;
/** Something that is counted behind the number, which is then no address: "в доме два человека". */
const counted =
  '(?! (?:человек|раз|год|лет|дн|час|комнат|окн|месяц|недел|мужчин|женщин|дет|семь|people|times|hours|days|years|men|women))';
const kazakhOrdinal = `(?:\\d{1,3}-(?:(?:ші|шы|інші|ыншы) )?|${anyOf(kk.ordinal)} )`;
const kazakhPart = `(?:${kazakhOrdinal}${anyOf(kk.address)}|(?:үй|үйіміз|үйім|пәтер|пәтерім) ${anyOf(kk.ordinal)})`;

/** Finds addresses as they are said: "house number twelve, flat five", with or without figures. */
export const findAddresses = finder({
  english: [
    [ADDRESS, `${englishPart}(?:,?(?: and)? ${englishPart}){0,3}${englishFloor}${counted}`],
    [
      FLOOR,
      `the ${anyOf(en.ordinal)} floor of (?:the|our|that|a) (?:\\p{L}{2,20} ){0,2}?(?:building|house|block|dormitory|hotel)`,
    ],
    [ADDRESS, `\\d{1,4}[a-z]?,? (?:\\p{L}{2,24} ){1,2}${anyOf(en.street)}|${anyOf(en.street)},? \\d{1,4}`],
    [
      ADDRESS,
      `(?:the )?${anyOf(en.ordinal)} (?:entrance|block)(?:,? (?:on )?(?:the )?${anyOf(en.ordinal)} floor)?`,
    ],
  ],
  russian: [
    [
      ADDRESS,
      `${russianOrdinal} (?:подъезд\\p{L}{0,2}|микрорайон\\p{L}{0,2})(?:,? (?:на )?${russianOrdinal} ${anyOf(ru.floor)})?`,
    ],
    [ADDRESS, `${russianPart}(?:,?(?: и)? ${russianPart}){0,3}${russianFloor}${counted}`],
    [
      ADDRESS,
      `(?:в|во|из|у) ${russianOrdinal} (?:доме|дома|подъезде|подъезда|микрорайоне|микрорайона|квартире|квартиры|бараке)(?:,? ${russianPart}){0,2}`,
    ],
    [ADDRESS, `${anyOf(ru.street)} (?:\\p{L}{2,24} ){1,2}\\d{1,4}`],
  ],
  kazakh: [
    [
      ADDRESS,
      `(?:${kazakhOrdinal}${anyOf(kk.floor)} )?${kazakhPart}(?:,? (?:${kazakhPart}|${kazakhOrdinal}${anyOf(kk.floor)})){0,3}`,
    ],
  ],
});
