import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Pbf from 'pbf';

export interface TinyModel {
  labels?: readonly string[];
  /** The label of a word's first token; all others are `O`. */
  says?: Readonly<Record<string, string>>;
  tokenizer?: 'wordpiece' | 'byte-level';
  inputs?: readonly (readonly [name: string, type: number])[];
  /** Number of tokens that a text must have, if it is fixed. */
  length?: number;
  output?: string;
  /** Number of values in each answer, if it differs from the number of labels. */
  width?: number;
  /** The file in which the weights are said to be, instead of the model itself. */
  external?: string;
  /** Changed entries of `config.json`. */
  config?: object;
  operator?: string;
}

export const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC'];
/** ONNX's numbers for kinds of values. */
export const FLOAT = 1;
export const INT64 = 7;
const USUAL = [
  ['input_ids', INT64],
  ['attention_mask', INT64],
  ['token_type_ids', INT64],
] as const;

/** Certainty of the model in what it says. */
const SURE = 8;

/**
 * Writes a token-classification model that looks each token up in a table of labels, with its tokenizer and its
 * configuration.
 * @returns the path of its ONNX file.
 */
export function makeNamesModel(file: string, tiny: TinyModel = {}): string {
  const { labels = LABELS, says = {}, tokenizer = 'wordpiece', config = {} } = tiny;
  const tokens = tokenizer === 'wordpiece' ? wordPieceTokens(says) : byteLevelTokens(says);
  const width = tiny.width ?? labels.length;
  const table = new Float32Array(tokens.length * width);
  for (const [i, token] of tokens.entries()) {
    const label = labels.indexOf(says[token.replace('Ġ', ' ')] ?? 'O');
    if (label >= 0) table[i * width + label] = SURE;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, onnx(tiny, table, tokens.length, width));
  const beside = (name: string, value: object) =>
    writeFileSync(join(dirname(file), name), JSON.stringify(value));
  const id2label = Object.fromEntries(labels.map((label, i) => [i, label]));
  beside('config.json', { architectures: ['TinyForTokenClassification'], id2label, ...config });
  beside('tokenizer.json', tokenizer === 'wordpiece' ? wordPiece(tokens) : byteLevel(tokens));
  return file;
}

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const wordPieceTokens = (says: object): string[] => [...new Set([...SPECIAL, 'a', ...Object.keys(says)])];

/** Returns letters, and the words of `says` with a space before: `' Z'` is the token of a word that begins with Z. */
function byteLevelTokens(says: object): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,');
  const begin = [' a', ...Object.keys(says)].map((one) => one.replace(' ', 'Ġ'));
  return [...new Set(['<s>', '<pad>', '</s>', '<unk>', 'Ġ', ...letters, ...begin])];
}

const added = (tokens: readonly string[], special: readonly string[]) =>
  special.map((content) => ({
    ...{ id: tokens.indexOf(content), content, special: true, normalized: false },
    ...{ single_word: false, lstrip: false, rstrip: false },
  }));
const vocabulary = (tokens: readonly string[]) => Object.fromEntries(tokens.map((token, i) => [token, i]));

function wordPiece(tokens: readonly string[]): object {
  const special = (id: string) => ({ id, ids: [tokens.indexOf(id)], tokens: [id] });
  const part = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const single = [part('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, part('[SEP]')];
  return {
    ...{ version: '1.0', truncation: null, padding: null, added_tokens: added(tokens, SPECIAL) },
    normalizer: {
      ...{ type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true },
      ...{ strip_accents: null, lowercase: false },
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      ...{ type: 'TemplateProcessing', single, pair: single },
      special_tokens: { '[CLS]': special('[CLS]'), '[SEP]': special('[SEP]') },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      ...{ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##' },
      ...{ max_input_chars_per_word: 100, vocab: vocabulary(tokens) },
    },
  };
}

function byteLevel(tokens: readonly string[]): object {
  const spaced = tokens.filter((token) => token.length === 2 && token.startsWith('Ġ'));
  const space = { add_prefix_space: false, trim_offsets: true };
  return {
    ...{ version: '1.0', truncation: null, padding: null },
    added_tokens: added(tokens, ['<s>', '<pad>', '</s>', '<unk>']),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', use_regex: true, ...space },
    post_processor: {
      ...{ type: 'RobertaProcessing', sep: ['</s>', tokens.indexOf('</s>')] },
      ...{ cls: ['<s>', tokens.indexOf('<s>')], ...space },
    },
    decoder: { type: 'ByteLevel', use_regex: true, ...space },
    model: {
      ...{ type: 'BPE', unk_token: '<unk>', vocab: vocabulary(tokens) },
      merges: spaced.map((token) => `Ġ ${token.slice(1)}`),
    },
  };
}

/**
 * Writes one node, which returns the table's row of each token
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 */
function onnx(tiny: TinyModel, table: Float32Array, rows: number, width: number): Uint8Array {
  const { inputs = USUAL, length, output = 'logits', external, operator = 'Gather' } = tiny;
  const message = (fill: (pbf: Pbf) => void): Uint8Array => {
    const pbf = new Pbf();
    fill(pbf);
    return pbf.finish();
  };
  const value = (name: string, type: number, dims: readonly (string | number)[]) =>
    message((info) => {
      info.writeStringField(1, name);
      const shape = message((of) => {
        for (const dim of dims) {
          const size = message((one) =>
            typeof dim === 'number' ? one.writeVarintField(1, dim) : one.writeStringField(2, dim),
          );
          of.writeBytesField(1, size);
        }
      });
      const tensor = message((of) => {
        of.writeVarintField(1, type);
        of.writeBytesField(2, shape);
      });
      info.writeBytesField(
        2,
        message((of) => of.writeBytesField(1, tensor)),
      );
    });
  const weights = message((tensor) => {
    tensor.writeVarintField(1, rows);
    tensor.writeVarintField(1, width);
    tensor.writeVarintField(2, FLOAT);
    tensor.writeStringField(8, 'table');
    if (external === undefined) {
      tensor.writeBytesField(9, new Uint8Array(table.buffer));
      return;
    }
    const entry = message((of) => {
      of.writeStringField(1, 'location');
      of.writeStringField(2, external);
    });
    tensor.writeBytesField(13, entry);
    tensor.writeVarintField(14, 1);
  });
  const [first = 'input_ids'] = inputs.map(([name]) => name);
  const node = message((of) => {
    for (const name of ['table', first]) of.writeStringField(1, name);
    of.writeStringField(2, output);
    of.writeStringField(4, operator);
  });
  const graph = message((of) => {
    of.writeBytesField(1, node);
    of.writeStringField(2, 'names');
    of.writeBytesField(5, weights);
    for (const [name, type] of inputs)
      of.writeBytesField(11, value(name, type, ['batch', length ?? 'length']));
    of.writeBytesField(12, value(output, FLOAT, ['batch', length ?? 'length', width]));
  });
  return message((model) => {
    model.writeVarintField(1, 8);
    model.writeBytesField(7, graph);
    model.writeBytesField(
      8,
      message((of) => {
        of.writeStringField(1, '');
        of.writeVarintField(2, 17);
      }),
    );
  });
}
