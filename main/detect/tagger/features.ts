import { LONGEST_PLACE_WORDS, type NameLists } from './NameLists';
import { kazakhStem, russianStem } from './stems';

/**
 * Count of buckets into which features are hashed (Weinberger et al. 2009, "Feature hashing for large scale multitask
 * learning").
 */
export const BUCKETS = 1 << 22;

/** The features of one sentence: those of word `i` are `ids[starts[i]]` up to `ids[starts[i + 1]]`, each a bucket. */
export interface SentenceFeatures {
  starts: Int32Array;
  ids: Int32Array;
  /** The first features of each word: those that depend on the word alone, one array for all places of it. */
  own: readonly Int32Array[];
}

function hash(text: string, seed: number): number {
  let x = seed;
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
  x ^= x >>> 15;
  x = Math.imul(x, 0x2c1b3c6d);
  return x ^ (x >>> 12);
}

function mix(a: number, b: number): number {
  let x = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** Ways in which a word is written. */
const SHAPE = {
  small: 1,
  capital: 2,
  upper: 3,
  digits: 4,
  sign: 5,
  lettersAndDigits: 6,
  capitalLetter: 7,
  capitals: 8,
  capitalInside: 9,
  none: 10,
} as const;

function shapeOf(word: string): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return SHAPE.sign;
  if (/^\p{N}+$/u.test(word)) return SHAPE.digits;
  if (/\p{N}/u.test(word)) return SHAPE.lettersAndDigits;
  if (word.length === 1) return /\p{Lu}/u.test(word) ? SHAPE.capitalLetter : SHAPE.small;
  if (/^\p{Lu}+$/u.test(word)) return SHAPE.upper;
  if (/^\p{Lu}/u.test(word)) return /\p{Lu}/u.test(word.slice(1)) ? SHAPE.capitals : SHAPE.capital;
  return /\p{Lu}/u.test(word) ? SHAPE.capitalInside : SHAPE.small;
}

/** Facts that depend on a word alone. */
interface WordType {
  /** Buckets of its own features. */
  own: Int32Array;
  hash: number;
  shape: number;
  small: string;
  listed: number;
  ending: number;
  capital: boolean;
  letters: boolean;
  /** True if a listed place of several words may open with it. */
  opensPlace: boolean;
}

const OUTSIDE: WordType = {
  own: new Int32Array(),
  hash: 12345,
  shape: SHAPE.none,
  small: '',
  listed: 1 << 20,
  ending: 777,
  capital: false,
  letters: false,
  opensPlace: false,
};

/** Most word forms that are kept ready; a document of four hours has a tenth of them. */
const KEPT_FORMS = 200_000;

/** Makes the features of sentences, the same for training and for reading. */
export class FeatureMaker {
  readonly #types = new Map<string, WordType>();
  #ids = new Int32Array(1 << 14);

  constructor(private readonly lists: NameLists) {}

  /**
   * @param sentences words and signs of a run of neighbouring sentences: how a word is written in the others of them is
   * evidence as well.
   */
  make(sentences: readonly (readonly string[])[]): SentenceFeatures[] {
    const typed = sentences.map((sentence) => sentence.map((word) => this.#typeOf(word)));
    const seen = new Map<string, { small: number; capital: number }>();
    let capitals = 0;
    let words = 0;
    for (const sentence of typed) {
      for (const [i, type] of sentence.entries()) {
        if (!type.letters) continue;
        words++;
        if (type.capital) capitals++;
        let forms = seen.get(type.small);
        if (!forms) seen.set(type.small, (forms = { small: 0, capital: 0 }));
        if (type.shape === SHAPE.small) forms.small++;
        else if (type.capital && sentence[i - 1]?.letters) forms.capital++;
      }
    }
    const caseless = capitals < 0.02 * words;
    return typed.map((sentence) => this.#sentence(sentence, seen, caseless));
  }

  #sentence(
    words: readonly WordType[],
    seen: ReadonlyMap<string, { small: number; capital: number }>,
    caseless: boolean,
  ): SentenceFeatures {
    const lettered = words.filter(({ letters }) => letters);
    const capitals = lettered.filter(({ capital }) => capital).length;
    const many = lettered.length > 3;
    const head = many && capitals > 0.8 * lettered.length ? 2 : caseless ? 1 : many && capitals === 0 ? 3 : 0;
    const starts = new Int32Array(words.length + 1);
    let length = 0;
    for (const { own } of words) length += own.length + CONTEXT_FEATURES;
    if (this.#ids.length < length) this.#ids = new Int32Array(length * 2);
    const ids = this.#ids;
    const inPlaces = words.some(({ opensPlace }) => opensPlace) ? this.#placesIn(words) : null;
    let k = 0;
    for (let i = 0; i < words.length; i++) {
      const w = words[i] ?? OUTSIDE;
      const a = words[i - 1] ?? OUTSIDE;
      const b = words[i - 2] ?? OUTSIDE;
      const c = words[i + 1] ?? OUTSIDE;
      const d = words[i + 2] ?? OUTSIDE;
      ids.set(w.own, k);
      k += w.own.length;
      const around = k;
      ids[k++] = mix(a.hash, 51);
      ids[k++] = mix(b.hash, 52);
      ids[k++] = mix(c.hash, 53);
      ids[k++] = mix(d.hash, 54);
      ids[k++] = mix(mix(a.hash, 55), w.hash);
      ids[k++] = mix(mix(w.hash, 56), c.hash);
      ids[k++] = mix(mix(a.hash, 57), c.hash);
      ids[k++] = mix(mix(b.hash, 58), a.hash);
      ids[k++] = mix(mix(c.hash, 59), d.hash);
      ids[k++] = mix(mix(a.shape, 60), w.shape);
      ids[k++] = mix(mix(w.shape, 61), c.shape);
      ids[k++] = mix(mix(a.shape * 16 + w.shape, 62), c.shape);
      ids[k++] = mix(mix(b.shape * 256 + a.shape * 16 + w.shape, 63), c.shape * 16 + d.shape);
      ids[k++] = mix(a.ending, 64);
      ids[k++] = mix(c.ending, 65);
      ids[k++] = mix(mix(a.ending, 66), w.ending);
      ids[k++] = mix(mix(w.ending, 67), c.ending);
      ids[k++] = mix(mix(a.hash, 68), w.shape);
      ids[k++] = mix(mix(c.hash, 69), w.shape);
      ids[k++] = mix(a.listed, 70);
      ids[k++] = mix(c.listed, 71);
      ids[k++] = mix(mix(a.listed, 72), w.listed);
      ids[k++] = mix(mix(w.listed, 73), c.listed);
      ids[k++] = mix(Math.min(i, 2) + 1, 74);
      ids[k++] = mix(mix(i === 0 ? 1 : 0, 75), w.shape * 4 + head);
      ids[k++] = mix(mix(head, 76), w.listed);
      ids[k++] = mix(mix(head, 77), w.hash);
      ids[k++] = mix(mix(a.hash, 78), w.listed);
      ids[k++] = mix(mix(c.hash, 79), w.listed);
      const forms = w.letters ? seen.get(w.small) : undefined;
      let elsewhere = 0;
      if (forms) {
        const small = forms.small - (w.shape === SHAPE.small ? 1 : 0);
        const capital = forms.capital - (w.capital && a.letters ? 1 : 0);
        elsewhere = 1 + Math.min(2, small) * 3 + Math.min(2, capital);
      }
      ids[k++] = mix(mix(elsewhere, 80), w.shape);
      ids[k++] = mix(mix(elsewhere, 81), w.listed);
      ids[k++] = mix(mix(elsewhere, 82), i === 0 ? w.shape : 15);
      ids[k++] = mix(mix(elsewhere, 83), head);
      ids[k++] = mix(mix(elsewhere, 84), a.shape * 16 + c.shape);
      const inPlace = inPlaces?.[i] ?? 0;
      if (inPlace > 0) {
        ids[k++] = mix(inPlace, 85);
        ids[k++] = mix(mix(inPlace, 86), w.shape);
      }
      for (let at = around; at < k; at++) ids[at] = (ids[at] ?? 0) & (BUCKETS - 1);
      starts[i + 1] = k;
    }
    return { starts, ids: ids.slice(0, k), own: words.map(({ own }) => own) };
  }

  /** Returns for each word or sign where it stands in a listed place, of `IN_PLACE`, or zero. */
  #placesIn(words: readonly WordType[]): Uint8Array {
    const inPlaces = new Uint8Array(words.length);
    const lettered = [...words.keys()].filter((i) => words[i]?.small !== '-');
    for (let at = 0; at < lettered.length; at++) {
      const first = lettered[at] ?? 0;
      if (words[first]?.opensPlace !== true) continue;
      const count = this.lists.placeWords(
        lettered.slice(at, at + LONGEST_PLACE_WORDS).map((i) => words[i]?.small ?? ''),
      );
      if (count === 0) continue;
      const last = lettered[at + count - 1] ?? first;
      inPlaces.fill(IN_PLACE.inside, first, last);
      inPlaces[first] = IN_PLACE.first;
      inPlaces[last] = IN_PLACE.last;
      at += count - 1;
    }
    return inPlaces;
  }

  #typeOf(word: string): WordType {
    const known = this.#types.get(word);
    if (known) return known;
    if (this.#types.size >= KEPT_FORMS) this.#types.clear();
    const type = typeOf(word, this.lists);
    this.#types.set(word, type);
    return type;
  }
}

/** Where a word stands in a listed place of several words. */
const IN_PLACE = { first: 1, inside: 2, last: 3 } as const;

/** Most features that a word has by what is around it. */
const CONTEXT_FEATURES = 36;
/** Letters of the longest beginnings and ends of a word that are features. */
const LONGEST_AFFIX_LETTERS = 5;
const GRAM_LETTERS = 4;
const LONGEST_WORD_LETTERS = 60;

const CYRILLIC = /^\p{Script=Cyrillic}/u;

function typeOf(word: string, lists: NameLists): WordType {
  const small = word.toLowerCase();
  const shape = shapeOf(word);
  const norm = shape === SHAPE.digits ? hash('9'.repeat(Math.min(4, word.length)), 3) : hash(small, 1);
  const own: number[] = [mix(norm, 11)];
  if (shape !== SHAPE.sign && shape !== SHAPE.digits) {
    for (let k = 1; k <= LONGEST_AFFIX_LETTERS && k <= small.length; k++) {
      own.push(mix(hash(small.slice(0, k), 21), k), mix(hash(small.slice(-k), 22), k));
    }
    // A longer string is no word, and all its parts would take for ever.
    const bounded = `^${small.slice(0, LONGEST_WORD_LETTERS)}$`;
    for (let k = 0; k + GRAM_LETTERS <= bounded.length; k++)
      own.push(hash(bounded.slice(k, k + GRAM_LETTERS), 23));
    own.push(hash(kazakhStem(small), 24), hash(russianStem(small), 25));
    own.push(mix(hash(small.slice(-3), 26), shape), mix(hash(small.slice(-2), 27), shape));
    own.push(mix(Math.min(small.length, 12), 28));
  }
  own.push(mix(shape, 29), mix(mix(norm, shape), 30));
  const listed = lists.flagsOf(small);
  for (let k = 0; 1 << k <= listed; k++) {
    if (listed & (1 << k)) own.push(mix(k, 40), mix(mix(k, 41), shape));
  }
  own.push(mix(listed, 42), mix(mix(listed, 43), shape));
  return {
    own: Int32Array.from(own, (bucket) => bucket & (BUCKETS - 1)),
    hash: norm,
    shape,
    small,
    listed,
    ending: hash(small.slice(-3), 31),
    capital: shape === SHAPE.capital || shape === SHAPE.upper || shape === SHAPE.capitals,
    letters: /\p{L}/u.test(word),
    opensPlace: CYRILLIC.test(small) && lists.opensPlace(small),
  };
}
