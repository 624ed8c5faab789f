import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** @param name what a model of one's own is called, such as `names model`. */
export const noMemoryFor = (name: string, cause: unknown): AppError =>
  new AppError(
    'OUT_OF_MEMORY',
    t('There is not enough memory for the {name}.', { name }),
    t('Close other programs, or choose a smaller model, such as the same with weights in 8 bits.'),
    { cause },
  );

/** Whether a thread ended because it used more memory than it may. */
export const isThreadOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
