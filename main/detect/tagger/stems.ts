const KAZAKH_ENDINGS =
  'дағы дегі тағы тегі ндағы ндегі лардың лердің ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті нда нде да де та те нан нен дан ден тан тен мен бен пен ын ін ы і сы сі дай дей'.split(
    ' ',
  );
const KAZAKH_ENDING = new RegExp(`(?:${KAZAKH_ENDINGS.join('|')})$`, 'u');
const RUSSIAN_ENDING =
  /(?:ского|скому|ским|ском|ская|ской|скую|ские|ских|ого|ому|ые|ие|ыми|ими|ами|ями|ой|ый|ий|ым|им|ом|ем|ах|ях|ам|ям|ов|ев|ей|ая|ую|ых|их|а|я|у|ю|е|ы|и|о|ь|й)$/u;
const CYRILLIC = /[а-яё]/u;
const SHORTEST_STEM_LETTERS = 3;

function stem(small: string, ending: RegExp): string {
  if (small.length <= SHORTEST_STEM_LETTERS || !CYRILLIC.test(small)) return small;
  const bare = small.replace(ending, '');
  return bare.length < SHORTEST_STEM_LETTERS ? small : bare;
}

/** Returns a Cyrillic word in small letters without what may be a Kazakh case ending; only for comparing. */
export const kazakhStem = (small: string): string => stem(small, KAZAKH_ENDING);

/**
 * Returns a Cyrillic word in small letters without each of what may be its Kazakh case ending: `қазақстанда` has `-да`,
 * though `-нда` is an ending as well.
 */
export const kazakhStems = (small: string): string[] =>
  KAZAKH_ENDINGS.filter(
    (ending) => small.endsWith(ending) && small.length - ending.length >= SHORTEST_STEM_LETTERS,
  ).map((ending) => small.slice(0, -ending.length));

/** Returns a Cyrillic word in small letters without what may be a Russian case ending; only for comparing. */
export const russianStem = (small: string): string => stem(small, RUSSIAN_ENDING);
