import { isArabic, isHebrew } from '../../text/writing';

/** And, so, by, for, like, will, the, oh, and how they stand one before another. */
const ARABIC = both(
  ['', 'و', 'ف', 'أ', 'ا'],
  ['', 'ب', 'ل', 'ك', 'س', 'ال', 'بال', 'لل', 'كال', 'يا', 'ع', 'عال', 'ه', 'هال'],
);
/** And, the, in, for, from, that, like, when. */
const HEBREW = both(
  ['', 'ו'],
  ['', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ', 'שה', 'שב', 'של', 'שמ', 'מה', 'כש', 'לכש', 'כשה', 'שכ', 'ול'],
);

/** Letters that a name must have to be known behind a particle. */
const SHORTEST_NAME_LETTERS = 3;

/** What is left of a folded word without the particles that are written together with it; nothing where there are none. */
export function withoutParticles(word: string): string[] {
  const particles = isArabic(word) ? ARABIC : isHebrew(word) ? HEBREW : [];
  return particles
    .filter((particle) => word.startsWith(particle) && word.length - particle.length >= SHORTEST_NAME_LETTERS)
    .flatMap((particle) => {
      const rest = word.slice(particle.length);
      // The article loses its alef behind "for": `للأسد` is `ل` and `الأسد`.
      return particle.endsWith('لل') ? [rest, `ال${rest}`] : [rest];
    });
}

function both(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => second.map((other) => one + other)).filter((particle) => particle !== '');
}
