import { Tokenizer } from '@huggingface/tokenizers';
import { t } from '../../../shared/messages/messages';
import { getItWhole, namesModelError } from './namesModelError';

/** Most tokens of a word that are read: the beginning of a longer word tells what it is. */
const MOST_TOKENS_A_WORD = 16;

/**
 * Turns words into the tokens of a model, each word by itself: so the tokens of a word are known, and most data that
 * models of names are trained on gives texts so.
 */
export class WordEncoder {
  /** Tokens that stand before every text, and behind it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The highest number of a token that is not a sign of the tokenizer's own. */
  readonly highest: number;
  readonly #tokenizer: Tokenizer;
  readonly #lead: '' | ' ';

  /**
   * @param tokenizer the contents of `tokenizer.json`.
   * @param config the contents of `tokenizer_config.json`, which may be empty.
   * @throws {AppError} `NAMES_MODEL_INVALID` where they make no tokenizer.
   */
  constructor(tokenizer: object, config: object) {
    try {
      this.#tokenizer = new Tokenizer(tokenizer, config);
      const bare = this.#ids('a');
      const whole = this.#tokenizer.encode('a').ids;
      const at = placeOf(bare, whole);
      [this.before, this.after] = [whole.slice(0, at), whole.slice(at + bare.length)];
      this.#lead = this.#leadOf(bare);
      let highest = -1;
      for (const id of this.#tokenizer.get_vocab(false).values()) highest = Math.max(highest, id);
      this.highest = highest;
    } catch (cause) {
      throw namesModelError(t('The tokenizer.json beside the model cannot be used.'), getItWhole(), cause);
    }
    if (this.highest < 0 || ![...this.before, ...this.after].every(Number.isInteger)) {
      throw namesModelError(t('The tokenizer.json beside the model has no vocabulary.'), getItWhole());
    }
  }

  /** Returns the tokens of a word; none for a word that the tokenizer drops. */
  encode(word: string): readonly number[] {
    // A tokenizer without a sign for unknown words gives nothing in place of one.
    return this.#ids(this.#lead + word)
      .filter(Number.isInteger)
      .slice(0, MOST_TOKENS_A_WORD);
  }

  /**
   * Returns what to put before a word. Some tokenizers write the space before a word into its first token, and must be
   * given it.
   */
  #leadOf(one: readonly number[]): '' | ' ' {
    const two = this.#ids('a a');
    const spaced = this.#ids(' a');
    return !isSame(two, [...one, ...one]) && isSame(two, [...one, ...spaced]) ? ' ' : '';
  }

  #ids(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

function placeOf(part: readonly number[], whole: readonly number[]): number {
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (isSame(part, whole.slice(at, at + part.length))) return at;
  }
  throw new Error('a word alone and one in a text are not the same tokens');
}
