import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';

/** Tells what is wrong with a model that a person named, and what to do. */
export const namesModelError = (message: string, next: string, cause?: unknown): AppError =>
  new AppError('NAMES_MODEL_INVALID', message, next, cause === undefined ? {} : { cause });

/** How such models are called and refused, for what all models of one's own share. */
export const NAMES_MODEL = { name: 'names', invalid: namesModelError } as const;

/** What to do where files do not belong together, or one of them is not as it was exported. */
export const getItWhole = () =>
  t(
    'Get the whole model once more, and keep its files together as they were: the .onnx file, tokenizer.json and config.json.',
  );
