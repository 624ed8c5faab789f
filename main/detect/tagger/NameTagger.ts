import { FeatureMaker } from './features';
import { LABEL_COUNT, type CrfWeights, type Marginals } from './CrfWeights';
import type { NameLists } from './NameLists';
import { remembered } from '../lexicon/remembered';
import { isKazakhLatin, toCyrillic } from './kazakhLatin';
import { sentencesOf, type Piece } from './pieces';

/** A word or sign, with the probabilities that it is part of each kind of name, 0 to 1. */
export interface TaggedPiece extends Piece {
  person: number;
  place: number;
  organisation: number;
  /** The model that read it. */
  model: ModelName;
  /** True if it was raised because the same name stands elsewhere. */
  elsewhere?: boolean;
}

/** Names of the models: one for each way of writing. */
export type ModelName = 'latin' | 'latin-caseless' | 'cyrillic' | 'cyrillic-caseless';
export const MODEL_NAMES: readonly ModelName[] = ['latin', 'latin-caseless', 'cyrillic', 'cyrillic-caseless'];

export interface TaggerFiles {
  lists: () => NameLists;
  /** Called for the models that a text needs. */
  weights: (name: ModelName) => CrfWeights;
}

/** Count of sentences that are read together: how a word is written in the others is evidence. */
const WINDOW_SENTENCES = 60;

/** Reads with trained models which words of a text are names of people, places, organisations. */
export class NameTagger {
  #maker: FeatureMaker | null = null;
  readonly #models = new Map<ModelName, CrfWeights>();

  constructor(private readonly files: TaggerFiles) {}

  read(text: string): TaggedPiece[][] {
    const sentences = sentencesOf(text);
    const read: TaggedPiece[][] = [];
    for (let at = 0; at < sentences.length; at += WINDOW_SENTENCES)
      read.push(...this.#window(sentences.slice(at, at + WINDOW_SENTENCES)));
    return read;
  }

  #window(sentences: readonly Piece[][]): TaggedPiece[][] {
    const words = sentences.map((sentence) => asModelsKnow(sentence.map(({ text }) => text)));
    this.#maker ??= new FeatureMaker(this.files.lists());
    const features = this.#maker.make(words);
    const caseless = caselessOf(sentences);
    const small = isCareless(sentences) ? this.#maker.make(words.map(inSmallLetters)) : null;
    return sentences.map((sentence, i) => {
      const of = features[i];
      if (!of) return [];
      const scripts = scriptsOf(words[i] ?? []);
      const isCaseless = caseless[i] === true;
      const models = {
        latin: modelFor('latin', isCaseless),
        cyrillic: modelFor('cyrillic', isCaseless),
        other: modelFor('latin', isCaseless),
      };
      const read: Partial<Record<Script, Marginals>> = {};
      for (const script of ['latin', 'cyrillic'] as const)
        if (scripts.includes(script)) read[script] = this.#model(models[script]).marginals(of);
      const again = small?.[i];
      if (again && !isCaseless)
        for (const script of ['latin', 'cyrillic'] as const) {
          const marginals = read[script];
          if (marginals) putBetter(marginals, this.#model(modelFor(script, true)).marginals(again));
        }
      return sentence.map((piece, k) => {
        const script = scripts[k] ?? 'latin';
        const marginals = read[script];
        const at = k * LABEL_COUNT;
        const { text, start, end } = piece;
        // The object is written out, since one is made of each word of a long text.
        return {
          text,
          start,
          end,
          person: marginals?.[at + 1] ?? 0,
          place: marginals?.[at + 2] ?? 0,
          organisation: marginals?.[at + 3] ?? 0,
          model: models[script],
        };
      });
    });
  }

  #model(name: ModelName): CrfWeights {
    const known = this.#models.get(name);
    if (known) return known;
    const model = this.files.weights(name);
    this.#models.set(name, model);
    return model;
  }
}

const inSmallLetters = (sentence: readonly string[]): string[] => sentence.map((word) => word.toLowerCase());

/** Least share of sentences that open with a small letter where people write capitals as they like. */
const CARELESS_SHARE = 0.08;
/** Fewest words of a sentence; a shorter line may be something else. */
const FEW_LETTERED_WORDS = 3;

/**
 * Tells whether capitals are written at will, as in chats. There a name may have none, and the model that goes by them
 * misses it.
 */
function isCareless(sentences: readonly (readonly Piece[])[]): boolean {
  let all = 0;
  let small = 0;
  for (const sentence of sentences) {
    const words = sentence.map(({ text }) => writingOf(text)).filter(({ letter }) => letter);
    if (words.length < FEW_LETTERED_WORDS) continue;
    all++;
    if (words[0]?.capital === false) small++;
  }
  return small > 1 && small >= CARELESS_SHARE * all;
}

/** Writes the probabilities of `others` over those of the words of which they make a person or place more likely. */
function putBetter(marginals: Marginals, others: Marginals): void {
  for (let at = 0; at < marginals.length; at += LABEL_COUNT) {
    const named = (of: Marginals) => (of[at + 1] ?? 0) + (of[at + 2] ?? 0);
    if (named(others) > named(marginals)) marginals.set(others.subarray(at, at + LABEL_COUNT), at);
  }
}

/** A script. No model reads `other`: it would take every word that it does not know for a name. */
type Script = 'latin' | 'cyrillic' | 'other';
const modelFor = (script: Exclude<Script, 'other'>, caseless: boolean): ModelName =>
  caseless ? `${script}-caseless` : script;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

interface Writing {
  /** True if it begins with a letter: it is no sign or number. */
  letter: boolean;
  capital: boolean;
  script: Script;
}

/** Returns how a word is written: an interview says the same words over and over. */
const writingOf = remembered((word): Writing => ({
  letter: /^\p{L}/u.test(word),
  capital: /^\p{Lu}/u.test(word),
  script: CYRILLIC.test(word) ? 'cyrillic' : LATIN.test(word) ? 'latin' : 'other',
}));

/**
 * Returns words as models know them. Kazakh in Latin letters is read in Cyrillic, of which there is text to learn from.
 */
const asModelsKnow = (words: readonly string[]): readonly string[] =>
  isKazakhLatin(words) ? toCyrillic(words) : words;

/** Tells by which script each word is read: its own; signs and numbers go with the word before. */
function scriptsOf(words: readonly string[]): Script[] {
  const written = words.map(writingOf);
  let script: Script = written.find(({ letter }) => letter)?.script ?? 'latin';
  return written.map((word) => {
    if (word.letter) ({ script } = word);
    return script;
  });
}

/** Least share of words with a capital within sentences; a text with fewer does without capitals. */
const LEAST_CAPITALS_SHARE = 0.005;
const FEW_WORDS = 30;

/**
 * Tells which sentences say nothing by capitals: all of a text that has next to none within sentences, and those
 * without any.
 */
export function caselessOf(sentences: readonly (readonly { text: string }[])[]): boolean[] {
  const written = sentences.map((sentence) => sentence.map(({ text }) => writingOf(text)));
  let inside = 0;
  let capitals = 0;
  for (const sentence of written) {
    for (let i = 1; i < sentence.length; i++) {
      const here = sentence[i];
      if (!here?.letter || !sentence[i - 1]?.letter) continue;
      inside++;
      if (here.capital) capitals++;
    }
  }
  // A few words without capitals may be a text without names, which is read no worse without capitals.
  const all = inside > FEW_WORDS ? capitals < LEAST_CAPITALS_SHARE * inside : capitals === 0 && inside > 0;
  return written.map((sentence) => {
    if (all) return true;
    const words = sentence.filter(({ letter }) => letter);
    return words.length > 3 && !words.some(({ capital }) => capital);
  });
}
