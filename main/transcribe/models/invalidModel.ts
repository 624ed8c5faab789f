import { AppError } from '../../../shared/model/errors';

/** @param what is wrong with it, in a sentence; null where nothing is known of it. */
export const invalidModel = (
  what: string | null,
  next = 'Choose a model file named like ggml-base.bin, made for whisper.cpp.',
): AppError =>
  new AppError(
    'MODEL_INVALID',
    `The file is not a Whisper or Parakeet model in whisper.cpp’s format.${what === null ? '' : ` ${what}`}`,
    next,
  );
