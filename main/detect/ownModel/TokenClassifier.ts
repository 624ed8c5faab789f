import { Tensor, type InferenceSession } from 'onnxruntime-web/wasm';
import { t } from '../../../shared/messages/messages';
import type { AppError } from '../../../shared/model/errors';
import { isOutOfMemory, loadOnnx, NO_ONNX_LOG } from '../../system/loadOnnx';
import { noMemoryFor } from '../../system/noMemoryFor';
import { getItWhole, NAMES_MODEL, namesModelError } from './namesModelError';

/** Inputs that a model can be given: the tokens, that all of them count, and that they are one text. */
const GIVEN = ['input_ids', 'attention_mask', 'token_type_ids'];
const WHOLE_NUMBERS = ['int64', 'int32'];

/** An ONNX model that answers for each token of a text how well each label fits it. */
export class TokenClassifier {
  private constructor(
    private readonly session: InferenceSession,
    private readonly inputs: readonly { name: string; type: string }[],
    private readonly output: string,
    private readonly labelCount: number,
  ) {}

  /**
   * @param model the bytes of the file. Nothing else is read: weights in a second file are refused.
   * @param wasm the runtime's WebAssembly; given, so that nothing is fetched from anywhere.
   * @throws {AppError} `NAMES_MODEL_INVALID` where it is not such a model, `OUT_OF_MEMORY`, `TOOL_FAILED` where the
   * runtime does not run on this machine.
   */
  static async load(model: Uint8Array, wasm: Uint8Array, labelCount: number): Promise<TokenClassifier> {
    const session = await loadOnnx(model, wasm, NAMES_MODEL);
    try {
      return new TokenClassifier(session, inputsOf(session), outputOf(session), labelCount);
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  /**
   * Reads one text.
   * @param ids its tokens.
   * @returns for each token as many numbers as there are labels.
   * @throws {AppError} `NAMES_MODEL_INVALID` where the model does not answer so, `OUT_OF_MEMORY`.
   */
  async read(ids: readonly number[]): Promise<Float32Array> {
    const filled = { input_ids: ids, attention_mask: ids.map(() => 1), token_type_ids: ids.map(() => 0) };
    const feeds = this.inputs.map(({ name, type }) => {
      const values = filled[name as keyof typeof filled];
      const dims = [1, ids.length];
      return [
        name,
        type === 'int32'
          ? new Tensor('int32', Int32Array.from(values), dims)
          : new Tensor('int64', BigInt64Array.from(values, BigInt), dims),
      ] as const;
    });
    let answer: Tensor | undefined;
    try {
      ({ [this.output]: answer } = await this.session.run(
        Object.fromEntries(feeds),
        [this.output],
        NO_ONNX_LOG,
      ));
    } catch (error) {
      throw isOutOfMemory(error) ? noMemoryFor(NAMES_MODEL.name, error) : runningFailure(error);
    }
    const expected = [1, ids.length, this.labelCount];
    const dims = answer?.dims ?? [];
    if (!answer || dims.length !== 3 || !expected.every((size, i) => dims[i] === size)) {
      throw namesModelError(
        t(
          'The model answers {count, plural, one {# token} other {# tokens}} with numbers of the shape {shape}; {expected} were expected: for each token one for each label of config.json.',
          { count: ids.length, shape: dims.join(' × '), expected: expected.join(' × ') },
        ),
        `${t('Choose a model for token classification.')} ${getItWhole()}`,
      );
    }
    if (answer.type !== 'float32') {
      throw namesModelError(
        t('The model answers in numbers of the kind {type}, which cannot be read.', { type: answer.type }),
        t('Export it so that its answers are float32; its weights may be smaller.'),
      );
    }
    const values = Float32Array.from(answer.data as Float32Array);
    answer.dispose();
    return values;
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

function inputsOf({ inputMetadata }: InferenceSession): { name: string; type: string }[] {
  const inputs = inputMetadata.map((input) => ({
    name: input.name,
    type: input.isTensor ? input.type : '–',
    length: input.isTensor ? input.shape[1] : undefined,
  }));
  const fixed = inputs.map(({ length }) => length).find((length) => typeof length === 'number' && length > 0);
  if (fixed !== undefined) {
    throw namesModelError(
      t('The model takes texts of exactly {count, plural, one {# token} other {# tokens}}.', {
        count: fixed,
      }),
      t('Export it so that its texts may have any length (a dynamic axis).'),
    );
  }
  const others = inputs.filter(({ name, type }) => !GIVEN.includes(name) || !WHOLE_NUMBERS.includes(type));
  if (others.length === 0 && inputs.some(({ name }) => name === 'input_ids')) return inputs;
  const told = (others.length > 0 ? others : inputs).map(({ name, type }) => `${name} (${type})`).join(', ');
  throw namesModelError(
    t('The model wants to be given this: {told}. A text can be given it only as {given}, in whole numbers.', {
      told: told.slice(0, 200) || '–',
      given: GIVEN.join(', '),
    }),
    t('Choose a model for token classification that was exported with its usual inputs.'),
  );
}

function outputOf({ outputNames }: InferenceSession): string {
  const [only] = outputNames;
  if (outputNames.includes('logits')) return 'logits';
  if (outputNames.length === 1 && only !== undefined) return only;
  throw namesModelError(
    t('The model has {count, plural, one {# answer} other {# answers}}, and none is called logits.', {
      count: outputNames.length,
    }),
    t('Choose a model for token classification that was exported with its usual output.'),
  );
}

const runningFailure = (cause: unknown): AppError =>
  namesModelError(
    t(
      'The model cannot read what its tokenizer.json makes of a text: the two do not belong together, or the model takes no text of any length.',
    ),
    getItWhole(),
    cause,
  );
