import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';

/** @param what is wrong with it, in a sentence; null when nothing is known. */
export const invalidModel = (
  what: string | null,
  next = t('Choose a model file named like ggml-base.bin, made for whisper.cpp.'),
): AppError =>
  new AppError(
    'MODEL_INVALID',
    [t('The file is not a Whisper or Parakeet model in whisper.cpp’s format.'), what]
      .filter(Boolean)
      .join(' '),
    next,
  );
