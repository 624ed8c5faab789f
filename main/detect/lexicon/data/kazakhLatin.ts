/**
 * Cyrillic letters by the small ones of the Kazakh alphabet of 2021. `i` and `ı` are left out: people write both for
 * `і`, `и` and `й`, and whoever reads a text has to choose.
 */
export const KAZAKH_CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'aа äә bб vв gг ğғ dд eе jж zз kк qқ lл mм nн ñң ŋң oо öө pп rр sс tт uу ūұ üү fф hх şш yы'
    .split(' ')
    .map(([latin = '', cyrillic = '']) => [latin, cyrillic]),
);
