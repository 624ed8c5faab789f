import { Tensor, type InferenceSession } from 'onnxruntime-web/wasm';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { isOutOfMemory, loadOnnx, NO_ONNX_LOG } from '../system/loadOnnx';
import { readModelFile, statModelFile } from '../system/modelFile';
import { noMemoryFor } from '../system/noMemoryFor';
import { filterBanks, MODEL_BANDS, samplesOfFrames } from './filterBanks';

/** Most bytes of a model; the runtime's memory is limited, and it needs room to work. */
const MOST_BYTES = 1_000_000_000;
/** Fewest and most numbers by which a model may place a voice: fewer are no place, more are no voice. */
const FEWEST_NUMBERS = 8;
const MOST_NUMBERS = 4096;
/** Two lengths (frames) to try a model with, since windows have any length. */
const TRIED_FRAMES = [200, 57];
/**
 * Factor on the places that a model gives, so that they count as much beside the sounds as our own places do. Models
 * put the windows of one voice about 0.8 apart, on a sphere of radius 1.
 */
const SCALE = 4;

const invalid = (message: string, next: string, cause?: unknown): AppError =>
  new AppError('VOICE_MODEL_INVALID', message, next, cause === undefined ? {} : { cause });
const VOICE_MODEL = { name: 'voice', invalid } as const;
const chooseOther = () =>
  t(
    'Choose a speaker-embedding model for 16 kHz that was exported to ONNX with filter banks as its input, such as those of WeSpeaker or 3D-Speaker.',
  );

/** A speaker-embedding model that a person brought. It places the windows of one voice near one another. */
export class OwnVoiceModel {
  private constructor(
    private readonly session: InferenceSession,
    private readonly input: string,
    private readonly output: string,
  ) {}

  /**
   * Loads a model and tries it.
   * @throws {AppError} `VOICE_MODEL_INVALID` with what is wrong, `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`,
   * `OUT_OF_MEMORY`, `TOOL_FAILED`.
   */
  static async load(file: string, wasm: Uint8Array): Promise<OwnVoiceModel> {
    const session = await loadOnnx(await bytesOf(file), wasm, VOICE_MODEL);
    const model = new OwnVoiceModel(session, inputOf(session), session.outputNames[0] ?? '');
    const places: Float64Array[] = [];
    for (const frames of TRIED_FRAMES) places.push(await model.place(tone(samplesOfFrames(frames))));
    if (places[0]?.length !== places[1]?.length) {
      throw invalid(
        t('The model answers longer sounds with more numbers, so it does not place a voice.'),
        chooseOther(),
      );
    }
    return model;
  }

  /**
   * Returns the place of a voice.
   * @param sound mono at 16 kHz, of 25 ms or more.
   * @throws {AppError} `VOICE_MODEL_INVALID` when the model answers with no place, `OUT_OF_MEMORY`.
   */
  async place(sound: Float32Array): Promise<Float64Array> {
    const banks = filterBanks(sound);
    const given = new Tensor('float32', banks, [1, banks.length / MODEL_BANDS, MODEL_BANDS]);
    let answer: Tensor | undefined;
    try {
      ({ [this.output]: answer } = await this.session.run(
        { [this.input]: given },
        [this.output],
        NO_ONNX_LOG,
      ));
    } catch (error) {
      if (isOutOfMemory(error)) throw noMemoryFor(VOICE_MODEL.name, error);
      throw invalid(
        t('The model cannot read sound as {bands} bands each 10 ms, of any length.', { bands: MODEL_BANDS }),
        chooseOther(),
        error,
      );
    }
    const numbers = answer?.dims.reduce((product, size) => product * size, 1) ?? 0;
    if (answer?.type !== 'float32' || numbers < FEWEST_NUMBERS || numbers > MOST_NUMBERS) {
      throw invalid(
        t(
          'The model answers a sound with {count, plural, one {# number} other {# numbers}} of the kind {type}; some hundred of the kind float32 were expected.',
          { count: numbers, type: answer?.type ?? '–' },
        ),
        chooseOther(),
      );
    }
    const place = Float64Array.from(answer.data as Float32Array);
    answer.dispose();
    const length = Math.sqrt(place.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length) || length === 0)
      throw invalid(t('The model answers a sound with numbers that mean nothing.'), chooseOther());
    return place.map((value) => (SCALE * value) / length);
  }
}

function inputOf({ inputMetadata }: InferenceSession): string {
  const [only, ...more] = inputMetadata;
  if (only?.isTensor && more.length === 0 && only.type === 'float32' && only.shape.length === 3) {
    const bands = only.shape[2];
    if (typeof bands !== 'number' || bands <= 0 || bands === MODEL_BANDS) return only.name;
    throw invalid(
      t('The model wants {bands} bands of sound; it can be given {given}.', { bands, given: MODEL_BANDS }),
      chooseOther(),
    );
  }
  const told = inputMetadata
    .map((one) => `${one.name} (${one.isTensor ? `${one.type} × ${one.shape.length}` : '–'})`)
    .join(', ');
  throw invalid(
    t(
      'The model wants to be given this: {told}; it can be given sound as bands only: one input of float32 with 3 dimensions.',
      { told: told.slice(0, 200) || '–' },
    ),
    chooseOther(),
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await statModelFile(file, VOICE_MODEL.name);
  if (size > MOST_BYTES) {
    throw invalid(
      t('The model is larger than 1 GB, which is more than can be run here.'),
      t('Choose a smaller one.'),
    );
  }
  return readModelFile(file, VOICE_MODEL.name);
}

/** Makes a sound that is not silent, to try a model with. */
const tone = (samples: number): Float32Array =>
  Float32Array.from({ length: samples }, (_, i) => 0.1 * Math.sin(i / 9) * Math.sin(i / 2000));
