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
