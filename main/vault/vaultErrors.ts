import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

export const damaged = (cause?: unknown): AppError =>
  new AppError(
    'PROJECT_DAMAGED',
    t('The interview file is damaged.'),
    t('Use a copy of the file made earlier.'),
    {
      cause,
    },
  );

export const invalid = (cause?: unknown): AppError =>
  new AppError(
    'PROJECT_INVALID',
    t('The contents of the interview file do not fit together.'),
    t('Use a copy of the file made earlier, and report this.'),
    { cause },
  );

export const busy = (): AppError =>
  new AppError(
    'PROJECT_BUSY',
    t('The interview file is open in another window or program.'),
    t('Close it there and try again.'),
  );

export const notOurs = (): AppError =>
  new AppError(
    'PROJECT_NOT_OURS',
    t('This is not an interview file of Withheld.'),
    t('Choose a file that Withheld made; its name ends in .withheld.'),
  );

export const notWritable = (cause?: unknown): AppError =>
  new AppError(
    'FILE_NOT_WRITABLE',
    t('The interview file may not be written to.'),
    t('Copy it to a folder that you may write to and open it there.'),
    { cause },
  );

export const doesNotFit = (cause: unknown): AppError =>
  new AppError(
    'CHANGE_INVALID',
    t('That change does not fit the interview as it is now, so it was not made.'),
    t('Look at the place as it is now, and make the change again.'),
    { cause },
  );

export const notTheLast = (): AppError =>
  new AppError(
    'CHANGE_INVALID',
    t('Something else was changed in the meantime, so nothing was undone or redone.'),
    t('Look at the interview as it is now, and try again.'),
  );

export const notInPlace = (): AppError =>
  new AppError(
    'FILE_NOT_FOUND',
    t('The interview file was moved, replaced or deleted while it was open.'),
    t('Put it back where it was and try again; until then nothing can be saved.'),
  );

/** Runs an action on the database, so that whatever SQLite reports reaches people as one of our codes. */
export function translated<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw translate(error);
  }
}

function translate(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SQLCipher says NOTADB for any page with a wrong HMAC. The key was checked before, so the page is damaged.
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return damaged(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return busy();
  if (code.startsWith('SQLITE_FULL')) {
    return new AppError(
      'DISK_FULL',
      t('The disk is full.'),
      t('Free some space on the disk of the interview file, then try again.'),
      { cause: error },
    );
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return notWritable(error);
  if (code.startsWith('SQLITE_IOERR')) {
    return new AppError(
      'FILE_NOT_READABLE',
      t('The disk failed to read or write the interview file.'),
      t('Check the disk and its cable, then try again.'),
      { cause: error },
    );
  }
  return error;
}
