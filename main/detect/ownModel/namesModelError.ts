import { AppError } from '../../../shared/model/errors';

/** What is wrong with a model that a person named, and what to do. */
export const namesModelError = (message: string, next: string, cause?: unknown): AppError =>
  new AppError('NAMES_MODEL_INVALID', message, next, cause === undefined ? {} : { cause });

/** What to do where files do not belong together, or one of them is not as it was exported. */
export const GET_IT_WHOLE =
  'Get the whole model once more, and keep its files together as they were: the .onnx file, tokenizer.json and config.json.';
