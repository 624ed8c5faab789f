import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, wordBut, type Found } from './finder';

const VEHICLE = () => t('a vehicle that can be recognised');
const PLATE = () => t('has the form of a number plate');
const SAID = () => t('a number after words for plates');

const russianCar = `[«"“„]?(?:${anyOf(ru.make)}|${anyOf(ru.vehicle)})[»"”]?`;
const russianPlates = '(?: (?:с|без) (?:\\p{L}{3,20} )?номер\\p{L}{1,3})?';
const kazakhPlates = '(?:(?:нөмірі жоқ|нөмірсіз) )?';

const inWords = finder({
  english: [
    [
      VEHICLE,
      `(?:(?:a|an|the|his|her|my|their|our|that|this) )?(?:${anyOf(en.colour)} ){1,2}(?:${wordBut(en.little)} )?(?:${anyOf(en.make)}|${anyOf(en.vehicle)})(?: with(?:out)? (?:${wordBut(en.little)} )?plates)?`,
    ],
    [
      VEHICLE,
      `(?:a|an|the|his|her|my|their|our|in|old) (?:(?:old|new) )?${anyOf(en.make)}(?: with(?:out)? (?:${wordBut(en.little)} )?plates)?`,
    ],
  ],
  russian: [
    [VEHICLE, `(?:${anyOf(ru.colour)} ){1,2}(?:${wordBut(ru.little)} )?${russianCar}${russianPlates}`],
    [
      VEHICLE,
      `(?:на|из|его|ее|их|моей|моя|моем|старой|за) (?:(?:старой|новой|своей|своем) )?[«"“„]?(?<it>${anyOf(ru.make)})`,
    ],
  ],
  kazakh: [
    [
      VEHICLE,
      `${kazakhPlates}${anyOf(kk.colour)} (?:түсті )?(?:${anyOf(kk.make)}(?: ${anyOf(kk.vehicle)})?|${anyOf(kk.vehicle)})`,
    ],
  ],
});

/** Groups of letters and of figures in any order, but no ordinal such as "353-й". */
const plate = `(?!${anyOf(`${en.little} ${ru.little} ${kk.little}`)}|\\d+-\\p{L})(?:\\p{L}{1,3}[ -]?)?\\d{2,4}(?:[ -]?\\p{L}{1,3})?(?:[ -]?\\d{2,3})?`;

/** Finds plates beside words that tell of them: there a plate may have any form, and small letters. */
const said = finder({
  any: [
    [
      SAID,
      `(?:${anyOf(en.plate)}|${anyOf(ru.plate)}|${anyOf(kk.plate)})[^.!?\\n]{0,12}?[\\s:](?<it>${plate})`,
    ],
  ],
});

const RUSSIAN_LETTER = '[АВЕКМНОРСТУХABEKMHOPCTYX]';
/** Finds plates by their form: Kazakhstan's of today and before, Russia's, Kyrgyzstan's, Uzbekistan's, Ukraine's. */
const asWritten = finder({
  any: [
    [
      PLATE,
      `\\d{3} ?[A-Z]{2,3} ?\\d{2}|[A-Z] ?\\d{3} ?[A-Z]{2,3}|${RUSSIAN_LETTER} ?\\d{3} ?${RUSSIAN_LETTER}{2} ?\\d{2,3}|\\d{2} ?KG ?\\d{3} ?[A-Z]{3}|\\d{2} ?[A-Z] ?\\d{3} ?[A-Z]{2}|[A-Z]{2} ?\\d{4} ?[A-Z]{2}`,
    ],
  ],
});

const hasBoth = (text: string) => /\d/u.test(text) && /\p{L}/u.test(text);

/** Finds cars by colour or make, and number plates. @param small the same text in small letters. */
export function findVehicles(small: string, text: string): Found[] {
  const plates = said(small).filter(({ start, end }) => hasBoth(small.slice(start, end)));
  return [...asWritten(text), ...inWords(small), ...plates];
}
