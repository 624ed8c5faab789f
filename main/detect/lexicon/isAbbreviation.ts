const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|st|gen|col|maj|lt|capt|sgt|sr|jr|vs|etc|no|г|ул|им|пр|т|д|п|тыс|млн|млрд|руб|см|стр|с|др)$/iu;

/** True for a word behind which a full stop ends no sentence. */
export const isAbbreviation = (word: string): boolean => ABBREVIATION.test(word);
