import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** The purpose of a model of one's own: to find names, or to tell voices apart. */
export type OwnModelKind = 'names' | 'voice';

export const noMemoryFor = (kind: OwnModelKind, cause: unknown): AppError =>
  new AppError(
    'OUT_OF_MEMORY',
    t(
      '{kind, select, voice {There is not enough memory for the voice model.} other {There is not enough memory for the names model.}}',
      { kind },
    ),
    t('Close other programs, or choose a smaller model, such as the same with weights in 8 bits.'),
    { cause },
  );

/** Tells whether a thread ended because it used more memory than it may. */
export const isThreadOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
