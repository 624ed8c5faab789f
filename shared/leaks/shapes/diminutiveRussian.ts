import type { DeclinedStem } from './declensions';

/** Case endings of short forms, hard and soft, as they are compared: with е for ё and и for й. */
const OF_A = '(?:а|ы|и|е|у|ои|ою|еи|ам|ами|ах)?';
const OF_IA = '(?:я|и|е|ю|еи|ею|ь)?';
const OF_HE = '(?:а|у|ом|ем|е|и|ы|ов|ам|ами|ах)?';

/** Endings that hardly make another word of a name: `Олечка`, `Янушка`. */
const TELLING = new RegExp(`^(?:[ео]чк|еньк|оньк|[ую]шк|[ую]льк)${OF_A}$`, 'u');
/** Endings that may make one. */
const DOUBTFUL = new RegExp(
  [
    `^(?:(?:ь?к|[аяую]х|[ую]ш|ен)${OF_A}`,
    `(?:[ую]л|[ую]н|[ую]с)${OF_IA}`,
    `(?:ик|чик|ончик|ок|ек|енок|усик|юсик|ун|ан|ян|он)${OF_HE})$`,
  ].join('|'),
  'u',
);
/** Least letters of a stem that may have the doubtful endings. */
const SHORTEST_DOUBTFUL_LETTERS = 3;

const VOWEL_END = /[аяьи]$/u;
const SURNAME = /(?:[оеё]в|[оеё]ва|ина|ына|ская|ский|енко|ко)$/u;

/** Beginnings of short forms, and what may follow: surely a short form, or one only where a name stands. */
export interface RussianDiminutives {
  telling: DeclinedStem;
  doubtful: DeclinedStem | null;
}

/**
 * Returns how Russian makes a given name small, big or dear. No list has all of these: `Таня` → `Танюшка`, `Настя` →
 * `Настёной`, `Айжан` → `Айжаночка`.
 * @param name a given name or a short form of one, folded, in Cyrillic by `cyrillicKey`.
 */
export function diminutiveRussian(name: string): RussianDiminutives | null {
  if (SURNAME.test(name)) return null;
  const stem = name.replace(VOWEL_END, '');
  if (stem.length < 2 || !/[аеиоуыюя]/u.test(stem)) return null;
  const isLong = stem.length >= SHORTEST_DOUBTFUL_LETTERS;
  return { telling: { stem, rest: TELLING }, doubtful: isLong ? { stem, rest: DOUBTFUL } : null };
}
