import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

export const unreadable = (cause?: unknown): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t('This is not a recording that can be read.'),
    t('Check that it plays elsewhere; play lists and protected files cannot be imported.'),
    { cause },
  );

export const truncated = (cause?: unknown): AppError =>
  new AppError(
    'MEDIA_TRUNCATED',
    t('The recording is incomplete: its end is missing.'),
    t(
      'Copy it from the camera or card again if more of it is there. Otherwise import what is there; its end stays missing.',
    ),
    { cause },
  );

/** The index at the end of an MP4 tells where everything lies; without it nothing in the file can be used. */
export const withoutIndex = (): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t('The recording is incomplete: its end is missing, and with it the index that an MP4 needs to be read.'),
    t('Copy it from the camera again, or repair it with a tool such as untrunc, then import it.'),
  );

/** ffmpeg has no decoder for any of the sound tracks, or gets nothing out of them. */
export const undecodableSound = (): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t('The sound of the recording cannot be decoded.'),
    t('Have the camera or its program write it in another format, such as AAC or WAV, and import that.'),
  );

export const severalClocks = (): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t(
      'The recording’s clock starts over in the middle: it was put together from several files in a way that loses when each begins.',
    ),
    t('Import the camera’s own files instead, all at once: they are joined in order.'),
  );

export const differentPieces = (): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t('These files are not pieces of one recording: their picture or sound is of different kinds.'),
    t('Make an interview of each, or convert them to the same format first.'),
  );

const diskFailed = (): AppError =>
  new AppError(
    'FILE_NOT_READABLE',
    t('The disk failed while the recording was read.'),
    t('Check the disk or card and its cable, copy the recording to this machine, and import the copy.'),
  );

/**
 * Tells from stderr why ffmpeg could not read a recording to its end; null when it did not complain.
 * After each of these failures ffmpeg still reports success, as if the file ended there.
 */
export function readingFailure(stderr: string): AppError | null {
  if (stderr.includes('Input/output error')) return diskFailed();
  if (/partial file|File ended prematurely/.test(stderr)) return truncated();
  return null;
}

export const noAudio = (): AppError =>
  new AppError(
    'MEDIA_NO_AUDIO',
    t('The recording has no sound.'),
    t('Choose a recording with an audio track.'),
  );

export const noTrack = (tracks: number): AppError =>
  new AppError(
    'USAGE',
    t('The recording has no audio track of that number; it has {tracks}, counted from 0.', { tracks }),
    t('Choose one of them, or mix.'),
  );

export const mediaMissing = (): AppError =>
  new AppError(
    'MEDIA_MISSING',
    t('The interview has no recording.'),
    t('Make an interview from a recording, or export the transcript alone.'),
  );
