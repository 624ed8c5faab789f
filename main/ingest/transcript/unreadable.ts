import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';

/**
 * Makes the error for a transcript that cannot be taken in. `reason` is one sentence that says where (line or path) and
 * what is wrong there, and never quotes the text.
 */
export const unreadable = (
  reason: string,
  next = t('Correct the file there, or choose another one.'),
): AppError =>
  new AppError('TRANSCRIPT_UNREADABLE', t('The transcript cannot be read: {reason}', { reason }), next);
