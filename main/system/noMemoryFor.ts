import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** What a model of one's own is for: finding names, or telling voices apart. */
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

/** Whether a thread ended because it used more memory than it may. */
export const isThreadOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
