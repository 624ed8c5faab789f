/**
 * Letters beyond a to z, by languages in Latin script that have code pages (CLDR's main exemplar characters). Languages
 * stand together where one has the letters of the other.
 */
const ALPHABETS = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüßé', // German
  'áéíñóúü', // Spanish
  'ãáàâçéêíóôõúü', // Portuguese
  'àèéìíîòóù', // Italian
  'àçéèíïòóúüñ', // Catalan
  'áàäâéèëêíìïîóòöôúùüû', // Dutch
  'åäöéü', // Swedish, Finnish
  'æøåéóòâêôüä', // Danish, Norwegian
  'áðéíóúýþæö', // Icelandic
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Croatian, Slovenian
  'çğıöşüâîûİ', // Turkish
  'äõöüšž', // Estonian
  'āčēģīķļņōŗšūž', // Latvian
  'ąčęėįšųūž', // Lithuanian
].map((letters) => new Set([...letters.matchAll(/./gu)].map(([letter]) => letter)));

/**
 * Tells by its letters whether a Latin text can be in one language. Wrongly read bytes give letters that no one
 * language has together.
 */
export function fitsOneLanguage(text: string): boolean {
  const letters = text.match(/[^\p{ASCII}\P{Script=Latin}]/gu) ?? [];
  const found = new Set(letters.flatMap((letter) => (letter === 'İ' ? letter : letter.toLowerCase())));
  return ALPHABETS.some((alphabet) => [...found].every((letter) => alphabet.has(letter)));
}
