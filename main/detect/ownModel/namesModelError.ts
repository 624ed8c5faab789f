import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';

/** Makes the error that tells what is wrong with a model that a person named, and what to do. */
export const namesModelError = (message: string, next: string, cause?: unknown): AppError =>
  new AppError('NAMES_MODEL_INVALID', message, next, cause === undefined ? {} : { cause });

/** Name and error of such models, for code that all models of one's own share. */
export const NAMES_MODEL = { name: 'names', invalid: namesModelError } as const;

/** Says what to do where files do not belong together, or one of them is not as it was exported. */
export const getItWhole = () =>
  t(
    'Get the whole model once more, and keep its files together as they were: the .onnx file, tokenizer.json and config.json.',
  );
