import { createHash } from 'node:crypto';
import type { NamesModelFacts } from '../../../shared/model/namesModelFacts';
import { readModelFile } from '../../system/modelFile';
import { sentencesOf, type Piece } from '../tagger/pieces';
import type { NameKind } from '../tagger/readNames';
import { readJsonFile, type ModelFiles } from './findModelFiles';
import type { Label } from './labels';
import { NAMES_MODEL } from './namesModelError';
import { namesOfWords, type OwnName, type ReadWord } from './namesOfWords';
import { readModelConfig, type ModelConfig } from './readModelConfig';
import { TokenClassifier } from './TokenClassifier';
import { windowsOf, type Window } from './windowsOf';
import { WordEncoder } from './WordEncoder';

export interface ReadOptions {
  /** @param done windows of `total`. */
  onProgress?: (done: number, total: number) => void;
  /** Asked between windows; true if nobody waits any more. */
  isCancelled?: () => boolean;
}

const KINDS: readonly NameKind[] = ['person', 'place', 'organisation'];

/**
 * Count of numbers that are kept of a word: the position of its kind in `KINDS`, how probable that is, and whether a
 * name begins there.
 */
const NUMBERS_A_WORD = 3;

/** Count of sentences of which one ends a window by itself, on average. */
const SENTENCES_FOR_ONE_END = 3;

/** A token-classification model that a person brought, with the tokenizer that belongs to it. */
export class NamesModel {
  /**
   * Answers of the model for the windows of the latest text, so that after an edit only what it changed is read again.
   * They are kept by a digest of the tokens, since no text is kept.
   */
  #kept = new Map<string, Float32Array>();

  private constructor(
    readonly facts: NamesModelFacts,
    private readonly config: ModelConfig,
    private readonly encoder: WordEncoder,
    private readonly classifier: TokenClassifier,
  ) {}

  /**
   * Loads a model and tries it.
   * @throws {AppError} `NAMES_MODEL_INVALID` with what is wrong, `FILE_NOT_READABLE`, `OUT_OF_MEMORY`, `TOOL_FAILED`.
   */
  static async load(files: ModelFiles, wasm: Uint8Array): Promise<NamesModel> {
    const config = readModelConfig(await readJsonFile(files.config, 'config.json'));
    const tokenizer = await readJsonFile(files.tokenizer, 'tokenizer.json');
    const { tokenizerConfig } = files;
    const more = tokenizerConfig === null ? {} : await readJsonFile(tokenizerConfig, 'tokenizer_config.json');
    const encoder = new WordEncoder(tokenizer, more);
    const bytes = await readModelFile(files.model, NAMES_MODEL.name);
    const classifier = await TokenClassifier.load(bytes, wasm, config.names.length);
    const model = new NamesModel(factsOf(config, files.bytes), config, encoder, classifier);
    try {
      await model.#try();
    } catch (error) {
      await classifier.release();
      throw error;
    }
    return model;
  }

  /** Reads the names in each of some texts; the same texts always give the same names. */
  async read(texts: readonly string[], options: ReadOptions = {}): Promise<OwnName[][]> {
    const { onProgress, isCancelled } = options;
    // The same words come again and again.
    const known = new Map<string, readonly number[]>();
    const encode = (word: string): readonly number[] => {
      const tokens = known.get(word) ?? this.encoder.encode(word);
      known.set(word, tokens);
      return tokens;
    };
    const planned = texts.map((text) => this.#plan(text, encode));
    const total = planned.reduce((sum, { windows }) => sum + windows.length, 0);
    const used = new Map<string, Float32Array>();
    let done = 0;
    for (const { words, tokens, windows } of planned) {
      for (const window of windows) {
        if (isCancelled?.()) break;
        const ids = tokens.slice(window.first, window.end);
        const key = digestOf(ids);
        const answers = this.#kept.get(key) ?? (await this.#answers(ids));
        this.#kept.set(key, answers);
        used.set(key, answers);
        take(answers, window, words);
        onProgress?.(++done, total);
        // This lets other questions, and a cancel, be heard in between.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    if (done === total) this.#kept = used;
    return planned.map(({ sentences }) => sentences.flatMap(namesOfWords));
  }

  release(): Promise<void> {
    this.#kept.clear();
    return this.classifier.release();
  }

  /**
   * Reads one token and two, the last of the vocabulary among them. This proves that the model takes texts of any
   * length, and knows every token.
   */
  async #try(): Promise<void> {
    const { before, after, highest } = this.encoder;
    for (const middle of [[0], [0, highest]]) await this.classifier.read([...before, ...middle, ...after]);
  }

  #plan(text: string, encode: (word: string) => readonly number[]): Planned {
    const sentences = sentencesOf(text).map((sentence) => sentence.map(unread));
    const tokens = sentences.map((sentence) => sentence.map(({ text: word }) => encode(word)));
    const lengths = sentences.map((sentence, i) => ({
      tokens: (tokens[i] ?? []).map(({ length }) => length),
      closes: closes(sentence),
    }));
    const { before, after } = this.encoder;
    const room = this.config.longest - before.length - after.length;
    return { sentences, words: sentences.flat(), tokens: tokens.flat(), windows: windowsOf(lengths, room) };
  }

  /** @param words the tokens of each word. */
  async #answers(words: readonly (readonly number[])[]): Promise<Float32Array> {
    const { before, after } = this.encoder;
    const answers = new Float32Array(words.length * NUMBERS_A_WORD);
    const ids = words.flat();
    if (ids.length === 0) return answers;
    const scores = await this.classifier.read([...before, ...ids, ...after]);
    const { labels } = this.config;
    let at = before.length;
    for (const [i, { length }] of words.entries()) {
      // Models are trained to answer for a word at its first token.
      const row = scores.subarray(at * labels.length, (at + 1) * labels.length);
      if (length > 0) answers.set(answerOf(row, labels), i * NUMBERS_A_WORD);
      at += length;
    }
    return answers;
  }
}

interface Planned {
  sentences: ReadWord[][];
  /** All words, in the order of the text; their answers are filled in. */
  words: ReadWord[];
  tokens: (readonly number[])[];
  windows: Window[];
}

const unread = (piece: Piece): ReadWord => ({ ...piece, kind: 'person', probability: 0, begins: false });

/** Returns the answer for a word: softmax over the labels, added up for each kind. */
export function answerOf(scores: Float32Array, labels: readonly Label[]): [number, number, number] {
  const most = Math.max(...scores);
  const shares = Array.from(scores, (score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const sums = KINDS.map((kind) =>
    shares.reduce((sum, share, i) => sum + (labels[i]?.kind === kind ? share : 0), 0),
  );
  const best = sums.indexOf(Math.max(...sums));
  let strongest = -1;
  for (const [i, label] of labels.entries()) {
    if (label.kind === KINDS[best] && (shares[i] ?? 0) > (shares[strongest] ?? -1)) strongest = i;
  }
  // This is rounded where the arithmetic of two processors may differ.
  const probability = Math.round(((sums[best] ?? 0) / all) * 1e4) / 1e4;
  return [best, probability, labels[strongest]?.begins === true ? 1 : 0];
}

function take(answers: Float32Array, { first, from, to }: Window, words: readonly ReadWord[]): void {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word) continue;
    const [kind = 0, probability = 0, begins = 0] = answers.subarray((i - first) * NUMBERS_A_WORD);
    word.kind = KINDS[kind] ?? 'person';
    word.probability = probability;
    word.begins = begins === 1;
  }
}

function closes(sentence: readonly Piece[]): boolean {
  let sum = 0;
  for (const { text } of sentence)
    for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 65_521;
  return sum % SENTENCES_FOR_ONE_END === 0;
}

function digestOf(words: readonly (readonly number[])[]): string {
  const hash = createHash('sha256');
  // The digest covers where words end, too.
  for (const ids of words) hash.update(Int32Array.of(ids.length, ...ids));
  return hash.digest('base64');
}

function factsOf({ names, labels }: ModelConfig, bytes: number): NamesModelFacts {
  const isName = (i: number) => (labels[i]?.kind ?? null) !== null;
  return {
    bytes,
    kinds: KINDS.filter((kind) => labels.some((label) => label.kind === kind)),
    labels: names.filter((_, i) => isName(i)),
    ignored: names.filter((name, i) => !isName(i) && name !== 'O'),
  };
}
