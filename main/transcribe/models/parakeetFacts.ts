import { t } from '../../../shared/messages/messages';
import { invalidModel } from './invalidModel';
import type { ParakeetFacts } from './ModelFacts';
import { within, type ModelWalker } from './ModelWalker';

/** Number of tensors before the layers, in each layer, in each layer of the prediction network, and besides. */
const TENSORS = { front: 12, layer: 29, prediction: 3, besides: 7 };
/** Mel frames that become one frame of the encoder; whisper.cpp's graph halves them three times. */
const SUBSAMPLED_FRAMES = 8;
/** Most pieces in a hundred that have other letters in an English vocabulary: those of names and loanwords. */
const MOST_FOREIGN_PERCENT = 2;

/**
 * Walks through a Parakeet model (TDT), as whisper.cpp's `convert-parakeet-to-ggml.py` writes it: header, mel filters,
 * window, durations, vocabulary and the table of tensors, jumping over the weights.
 *
 * The file does not say which languages it knows. Two such models are common: one of English, and one of 25 European
 * languages, whose vocabulary has Cyrillic and Greek letters.
 * @param at stands after the size of the vocabulary.
 * @throws {AppError} `MODEL_INVALID`, `MODEL_TRUNCATED`.
 */
export async function parakeetFacts(at: ModelWalker, vocabulary: number): Promise<ParakeetFacts> {
  const [audioContext, width, heads, encoderLayers, mels] = await at.numbers(5);
  const [, fft, subsampling, channels, kernel] = await at.numbers(5);
  const [prediction, predictionLayers, durations, mostTokens] = await at.numbers(4);
  require(within(audioContext, SUBSAMPLED_FRAMES, 100_000));
  require(within(width, 8, 16_384) && within(heads, 1, 128) && width % heads === 0 && width % 2 === 0);
  require(within(encoderLayers, 1, 128) && within(predictionLayers, 1, 2));
  require(within(mels, SUBSAMPLED_FRAMES, 512) && mels % SUBSAMPLED_FRAMES === 0);
  require(within(fft, 16, 8192) && within(channels, 1, 8192) && within(kernel, 1, 99));
  require(within(prediction, 8, 8192) && within(durations, 1, 16) && within(mostTokens, 1, 1000));
  if (subsampling !== SUBSAMPLED_FRAMES) throw unsuitable(t('it takes other steps of time'));

  const [filterBands, filterBins] = await at.numbers(2);
  require(filterBands === mels && filterBins === fft / 2 + 1);
  at.skip(4 * filterBands * filterBins);
  const window = await at.number();
  require(within(window, 1, fft));
  at.skip(4 * window);
  for (const duration of await at.numbers(durations)) require(within(duration, 0, 64));

  const words = await at.number();
  require(words === vocabulary);
  const letters = { latin: 0, cyrillic: 0, greek: 0, others: 0 };
  for (let i = 0; i < words; i++) {
    const length = await at.number();
    require(within(length, 0, 1000));
    letters[lettersOf(await at.text(length))]++;
  }

  const { front, layer, besides } = TENSORS;
  const tensors = front + layer * encoderLayers + TENSORS.prediction * predictionLayers + besides;
  for (let i = 0; i < tensors; i++) require(await at.skipTensor());
  require(at.atEnd);

  const multilingual = letters.cyrillic > 0 && letters.greek > 0;
  const foreign = letters.cyrillic + letters.greek + letters.others;
  if (!multilingual && foreign > (words * MOST_FOREIGN_PERCENT) / 100)
    throw unsuitable(t('it was made for languages that are not known here'));
  return { kind: 'parakeet', multilingual, encoderLayers, width, heads, mels, vocabulary };
}

/** Tells which letters a piece has; a piece of signs alone counts as Latin. */
function lettersOf(piece: string): 'latin' | 'cyrillic' | 'greek' | 'others' {
  if (/\p{Script=Cyrillic}/u.test(piece)) return 'cyrillic';
  if (/\p{Script=Greek}/u.test(piece)) return 'greek';
  return /[^\P{L}A-Za-z]/u.test(piece) ? 'others' : 'latin';
}

function require(isSo: boolean): void {
  if (!isSo) throw invalidModel(t('It begins like a Parakeet model, and does not go on like one.'));
}

const unsuitable = (why: string) =>
  invalidModel(t('It is a Parakeet model, and not one of those that can be used: {why}.', { why }));
