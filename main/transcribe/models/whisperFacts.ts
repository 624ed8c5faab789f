import { t } from '../../../shared/messages/messages';
import { invalidModel } from './invalidModel';
import type { WhisperFacts } from './ModelFacts';
import { within, type ModelWalker } from './ModelWalker';

/** Tokens of the English-only vocabulary; multilingual ones have more, and no Whisper model has fewer. */
export const ENGLISH_TOKEN_COUNT = 51_864;
const MOST_TOKENS = 60_000;

/**
 * Walks through a Whisper model: header, mel filters, vocabulary and the table of tensors, jumping over the weights.
 * @param at stands after the size of the vocabulary.
 * @throws {AppError} `MODEL_INVALID`, `MODEL_TRUNCATED`.
 */
export async function whisperFacts(at: ModelWalker, vocabulary: number): Promise<WhisperFacts> {
  const [audioContext, width, heads, encoderLayers] = await at.numbers(4);
  const [textContext, textWidth, textHeads, decoderLayers, mels] = await at.numbers(5);
  await at.number(); // the type most weights have
  require(within(vocabulary, ENGLISH_TOKEN_COUNT, MOST_TOKENS));
  for (const context of [audioContext, textContext]) require(within(context, 8, 10_000));
  for (const count of [heads, textHeads]) require(within(count, 1, 128));
  for (const count of [encoderLayers, decoderLayers]) require(within(count, 1, 128));
  require(within(width, 8, 16_384) && within(mels, 8, 512));
  require(textWidth === width && width % heads === 0 && width % textHeads === 0);

  const [filterBands, filterBins] = await at.numbers(2);
  require(filterBands === mels && within(filterBins, 1, 10_000));
  at.skip(4 * filterBands * filterBins);

  const words = await at.number();
  require(within(words, 1, vocabulary));
  for (let i = 0; i < words; i++) {
    const length = await at.number();
    require(within(length, 0, 1000));
    at.skip(length);
  }

  const tensors = 11 + 15 * encoderLayers + 24 * decoderLayers;
  for (let i = 0; i < tensors; i++) require(await at.skipTensor());
  require(at.atEnd);
  return {
    kind: 'whisper',
    multilingual: vocabulary > ENGLISH_TOKEN_COUNT,
    encoderLayers,
    decoderLayers,
    width,
    heads,
    mels,
    vocabulary,
  };
}

function require(isSo: boolean): void {
  if (!isSo) throw invalidModel(t('It begins like a Whisper model, and does not go on like one.'));
}
