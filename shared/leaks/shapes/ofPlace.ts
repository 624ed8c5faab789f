import { arabicKey, cyrillicKey, isArabic, isCyrillic, isHebrew } from '../../text/writing';
import type { DeclinedStem } from './declensions';

/**
 * Least letters of a place's name that must be left to tell it: in what is called after it, and in who is from there.
 */
const SHORTEST_STEM_LETTERS = 3;
const SHORTEST_BEFORE_PEOPLE = 4;

const ADJECTIVE = '(?:ии|ая|ое|ие|ого|ои|ому|ую|им|ом|их|ими)';
const CASES = '(?:а|у|ем|ом|е|и|ы|ов|ев|еи|ам|ами|ах)?';
const LINK = '(?:ин|ов|ен|ан|ян|ии|еи|н|и)?';
/** Matches what follows a Russian stem, as compared: `караганд-инскии`, `росс-ииского`, `ом-ские`. */
const RUSSIAN = new RegExp(`^${LINK}ск${ADJECTIVE}$`, 'u');
/** Matches endings of people from a place: `тараз-цы`, `перм-яки`, `москв-ичи`. */
const RUSSIAN_PEOPLE = new RegExp(
  `^${LINK}(?:ец|ц${CASES}|ч?анин${CASES}|ч?ан${CASES}|[чн]?к(?:а|и|е|у|ои)|ч?анк(?:а|и|е|у|ои|ам|ами|ах)|ич${CASES}|як${CASES})$`,
  'u',
);
/** Matches those of Томск and Минск: `том-ичи`, `мин-чане`. */
const RUSSIAN_PEOPLE_OF_SK = new RegExp(`^(?:ич|чанин|чан|чанк)${CASES}$`, 'u');
/** Matches the endings of `шымкенттіктерге`. */
const KAZAKH =
  /^[лдт][ыи]к(?:[лдт][аео]р)?(?:[ыи]м?(?:[ыи]з)?)?(?:[ндт][ыи]н|[гк][аео]|[ндт][ыи]|[дт][аео]н?|[мбп]ен)?$/u;
const ARABIC = /^(?:ي|يه|ية|يين|يون|يات)$/u;
const HEBREW = /^(?:י|ית|ים|יים|יות|אי|אים|אית)$/u;

/**
 * Returns how who and what is called after a place begins: `карагандинский`, `таразцы`, `حمصي`. In Russian these words
 * are written small, so that no capital tells them. English has them among its endings (`LATIN_DERIVED`): most are
 * everyday words there.
 * @param name one word, folded.
 * @returns what such a word begins with and what may follow, compared as `declinedStems` are; Arabic by `arabicKey`.
 */
export function ofPlace(name: string, language: string): DeclinedStem[] {
  if (isCyrillic(name)) {
    const key = cyrillicKey(name);
    // Whoever speaks Kazakh says what is called after a place in Russian as well.
    const kazakh = /^(?:kk|ky)/u.test(language) ? [{ stem: key, rest: KAZAKH }].filter(isTelling) : [];
    const stem = key.replace(/ск$|[аяоеиыуюь]$/u, '').replace(/([бвгджзклмнпрстфхцчшщ])и$/u, '$1');
    const called = { stem, rest: RUSSIAN };
    // Endings of people from there are, as compared, endings of Kazakh cases too.
    if (kazakh.length > 0) return [...kazakh, called].filter(isTelling);
    if (key.endsWith('ск')) return [called, { stem, rest: RUSSIAN_PEOPLE_OF_SK }];
    return [called, ...(stem.length < SHORTEST_BEFORE_PEOPLE ? [] : [{ stem, rest: RUSSIAN_PEOPLE }])].filter(
      isTelling,
    );
  }
  if (isArabic(name)) {
    const key = arabicKey(name);
    return [{ stem: key.replace(/(..)[هةاى]$/u, '$1'), rest: ARABIC }].filter(isTelling);
  }
  return isHebrew(name) ? [{ stem: name.replace(/(..)[הא]$/u, '$1'), rest: HEBREW }].filter(isTelling) : [];
}

/** Matches what is made of a Russian family name: `соловьев-ская`, `соловьев-щину`. */
const OF_FAMILY = new RegExp(`^(?:ск${ADJECTIVE}|щин(?:а|ы|у|е|ои))$`, 'u');
const SHORTEST_FAMILY_LETTERS = 5;

/**
 * Returns how what is called after a family begins: `соловьёвский`. It is written small, as what is called after a
 * place.
 * @param name one word in Cyrillic, folded.
 */
export function ofFamily(name: string): DeclinedStem[] {
  const stem = cyrillicKey(name).replace(/[аяоеиы]$/u, '');
  return /(?:[оеё]в|ин|ын)$/u.test(stem) && stem.length >= SHORTEST_FAMILY_LETTERS
    ? [{ stem, rest: OF_FAMILY }]
    : [];
}

const isTelling = ({ stem }: DeclinedStem): boolean => stem.length >= SHORTEST_STEM_LETTERS;
