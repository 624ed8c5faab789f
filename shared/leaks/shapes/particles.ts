import { isArabic, isHebrew } from '../../text/writing';

/** Arabic particles, and how they stand one before another: and, so, by, for, like, will, the, oh. */
const ARABIC = both(
  ['', 'و', 'ف', 'أ', 'ا'],
  ['', 'ب', 'ل', 'ك', 'س', 'ال', 'بال', 'لل', 'كال', 'يا', 'ع', 'عال', 'ه', 'هال'],
);
/** Hebrew particles: and, the, in, for, from, that, like, when. */
const HEBREW = both(
  ['', 'ו'],
  ['', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ', 'שה', 'שב', 'של', 'שמ', 'מה', 'כש', 'לכש', 'כשה', 'שכ', 'ול'],
);

/** Particles of Amharic and Tigrinya: in, for, from, of, like, to, about. */
const ETHIOPIC = ['በ', 'ለ', 'ከ', 'የ', 'እነ', 'ስለ', 'ወደ', 'እንደ', 'ን', 'ናይ', 'ብ', 'ካብ'];

/** Father of, mother of, son of, when they are written together with the name. */
const KUNYA = ['ابو', 'ابي', 'ابا', 'ام', 'ابن', 'بن', 'بنت', 'اخو', 'ابوال', 'امال', 'بنال', 'عبد', 'عبدال'];

/** Least letters of a name that is known behind a particle. */
const SHORTEST_NAME_LETTERS = 3;

/**
 * Returns what is left of a folded word without the particles that are written together with it; empty when it has
 * none.
 */
export function withoutParticles(word: string): string[] {
  const particles = isArabic(word) ? ARABIC : isHebrew(word) ? HEBREW : isEthiopic(word) ? ETHIOPIC : [];
  return particles
    .filter(
      (particle) =>
        word.startsWith(particle) &&
        word.length - particle.length >= (isEthiopic(word) ? 2 : SHORTEST_NAME_LETTERS),
    )
    .flatMap((particle) => {
      const rest = word.slice(particle.length);
      // The article loses its alef behind "for": `للأسد` is `ل` and `الأسد`.
      return particle.endsWith('لل') ? [rest, `ال${rest}`] : [rest];
    });
}

/** Matches endings that say whose: mine, ours, yours, his, hers, theirs. */
const WHOSE = /(?:نا|ني|كم|كن|هم|هن|ها|ي|ك|ه)$/u;
/** Least letters of a name for one letter behind it to be an ending. */
const SHORTEST_BEFORE_ONE_LETTER = 4;

/** Words of grammar with an end that some people write for the end of a name: "on" is not Ali. */
const SMALL_WORDS = new Set(['على', 'الى', 'إلى', 'حتى', 'متى', 'لدى', 'سوى', 'عسى', 'بلى']);

/**
 * Returns what a word in Arabic letters may be the name of: itself without particles, without endings that say whose
 * somebody is, and without words such as "father of". All are by `arabicName`.
 * @param key by `arabicKey`.
 */
export function namesInArabic(key: string): string[] {
  const rest = [key, ...withoutParticles(key)].filter((word) => !SMALL_WORDS.has(word));
  const names = rest.flatMap((word) => [
    word,
    ...KUNYA.filter((kunya) => word.startsWith(kunya)).map((kunya) => word.slice(kunya.length)),
  ]);
  const bare = names.flatMap((word) => {
    const ending = WHOSE.exec(word)?.[0] ?? '';
    const stem = word.slice(0, word.length - ending.length);
    const shortest = ending.length > 1 ? SHORTEST_NAME_LETTERS : SHORTEST_BEFORE_ONE_LETTER;
    if (ending === '' || stem.length < shortest) return [];
    // The end of a woman's name is written open before an ending: `فاطمة`, `فاطمتنا`.
    return stem.endsWith('ت') ? [stem, `${stem.slice(0, -1)}ه`] : [stem];
  });
  return [...names, ...bare].filter((word) => word.length >= SHORTEST_NAME_LETTERS).map(arabicName);
}

/** Matches the first word of a name of two that others write as one: servant of, father of. */
const JOINED = /^[وفبلك]?(?:عبد|[اأ]بو)$/u;

/** Tells whether a word may be the first of two that are written as one in other letters. */
export const beginsJoined = (word: string): boolean => JOINED.test(word);

/** Returns such names of two words as one: `عبد الرحمن` gives `عبدالرحمن`. */
export const joinedInArabic = (words: readonly string[]): string[] =>
  words.flatMap((word, i) =>
    beginsJoined(word) && isArabic(words[i + 1] ?? '') ? [`${word}${words[i + 1] ?? ''}`] : [],
  );

/** Least letters of what is left behind a particle for it to be read in other letters. */
const SHORTEST_READ_LETTERS = 4;

/**
 * Returns what a word in Arabic or Hebrew letters may say of a name in others: itself, and what is left without
 * particles where that is long enough. Words of grammar say none.
 * @param word Arabic by `arabicKey`.
 */
export const namesInAbjad = (word: string): string[] =>
  [word, ...withoutParticles(word).filter((rest) => rest.length >= SHORTEST_READ_LETTERS)].filter(
    (one) => !SMALL_WORDS.has(one),
  );

/**
 * Writes a name by `arabicKey` with one letter for those that people exchange at its end, and Persian letters as Arabic
 * ones.
 */
export const arabicName = (key: string): string =>
  key.replace(/ة$/u, 'ه').replaceAll('ک', 'ك').replace(/[ىی]$/u, 'ي');

/** Returns a name with its article and without: `الحربي`, `حربي`. */
export const withoutArticle = (name: string): string[] =>
  name.startsWith('ال') && name.length - 2 >= SHORTEST_NAME_LETTERS ? [name, name.slice(2)] : [name];

const isEthiopic = (word: string): boolean => /^\p{Script=Ethiopic}+$/u.test(word);

function both(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => second.map((other) => one + other)).filter((particle) => particle !== '');
}
