import { AppError } from '../../shared/contract/errors';

export const unreadable = (cause?: unknown): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    'This is not a recording that can be read.',
    'Check that it plays elsewhere; play lists and protected files cannot be imported.',
    { cause },
  );

export const truncated = (cause?: unknown): AppError =>
  new AppError(
    'MEDIA_TRUNCATED',
    'The recording is incomplete: its end is missing.',
    'Copy it from the camera again, or repair it with a tool such as untrunc, then import it.',
    { cause },
  );

const diskFailed = (): AppError =>
  new AppError(
    'FILE_NOT_READABLE',
    'The disk failed while the recording was read.',
    'Check the disk or card and its cable, copy the recording to this machine, and import the copy.',
  );

/**
 * Why ffmpeg could not read a recording to its end, from what it said on stderr; null when it did not complain.
 * It goes on to a good end after each of these, as if the file ended there.
 */
export function readingFailure(stderr: string): AppError | null {
  if (stderr.includes('Input/output error')) return diskFailed();
  if (/partial file|File ended prematurely/.test(stderr)) return truncated();
  return null;
}

export const noAudio = (): AppError =>
  new AppError('MEDIA_NO_AUDIO', 'The recording has no sound.', 'Choose a recording with an audio track.');

export const noTrack = (tracks: number): AppError =>
  new AppError(
    'USAGE',
    `The recording has no audio track of that number; it has ${tracks}, counted from 0.`,
    'Choose one of them, or mix.',
  );

export const mediaMissing = (): AppError =>
  new AppError(
    'MEDIA_MISSING',
    'The project has no recording.',
    'Make a project from a recording, or leave media out of the export.',
  );
