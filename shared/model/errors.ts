import { t } from '../messages/messages';
import type { LeakPlace } from './leakPlace';
import type { Span } from './entity';

/**
 * The closed set of error codes. Programs branch on the code; people read the sentence and the next step. Neither text
 * ever contains transcript text or a withheld word.
 */
export const ERROR_CODES = [
  'USAGE',
  'CANCELLED',
  'INTERNAL',
  // files and tools
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_NOT_WRITABLE',
  'FILE_EXISTS',
  'FILE_IS_DIRECTORY',
  'FILE_EMPTY',
  'DISK_FULL',
  'TOOL_MISSING',
  'TOOL_FAILED',
  // the project file
  'PASSPHRASE_MISSING',
  'PASSPHRASE_WRONG',
  'PROJECT_DAMAGED',
  'PROJECT_NOT_OURS',
  'PROJECT_NEWER',
  'PROJECT_BUSY',
  'PROJECT_INVALID',
  'CHANGE_INVALID',
  // ingest
  'MEDIA_UNREADABLE',
  'MEDIA_TRUNCATED',
  'MEDIA_NO_AUDIO',
  'MEDIA_MISSING',
  'TRANSCRIPT_UNREADABLE',
  'TRANSCRIPT_MISSING',
  'TRANSCRIPT_NO_TIMES',
  'TRANSCRIPT_OFFSET',
  'TRANSCRIPT_OTHER',
  // transcribe
  'MODEL_MISSING',
  'MODEL_TRUNCATED',
  'MODEL_INVALID',
  'MODEL_DIFFERENT',
  'DOWNLOAD_FAILED',
  'DOWNLOAD_WRONG',
  'HOST_NOT_ALLOWED',
  'TRANSCRIBER_MISSING',
  'TRANSCRIBER_KILLED',
  'TRANSCRIBER_FAILED',
  'OUT_OF_MEMORY',
  'SPEECH_UNKNOWN',
  // who speaks
  'SPEECH_TOO_SHORT',
  'CHANNELS_ALIKE',
  'SPEAKERS_KNOWN',
  'SPEAKERS_PROPOSED',
  'VOICE_MODEL_INVALID',
  // a names model of one's own
  'NAMES_MODEL_INVALID',
  // redaction
  'MARKS_INVALID',
  'MARK_NOT_FOUND',
  'CHAPTER_NOT_FOUND',
  'HEADING_INVALID',
  'COVERS_INVALID',
  'COVER_NOT_FOUND',
  'EXPORT_WOULD_LEAK',
  'EXPORT_UNSUPPORTED',
  'VERIFY_FAILED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A question that verification asked of an export and that was answered badly. Holds no withheld word. */
export interface FailedCheck {
  name: string;
  /** The file it was asked of, or null for the folder as a whole. */
  file: string | null;
  detail: string;
  /** Spans of the recording (seconds) where it failed. */
  places?: readonly Span[] | undefined;
}

export interface AppErrorShape {
  code: ErrorCode;
  /** One sentence: what happened. */
  message: string;
  /** One sentence: what to do next. */
  next: string;
  /** All checks that failed, for `VERIFY_FAILED`. */
  checks?: readonly FailedCheck[] | undefined;
  /** Places where something withheld would be published, for `EXPORT_WOULD_LEAK`. */
  places?: readonly LeakPlace[] | undefined;
  /** Seconds that a transcript's times seem to be ahead, for `TRANSCRIPT_OFFSET`. */
  offset?: number | undefined;
}

/** An error that a person can act on. Everything else that is thrown is a defect and is reported as `INTERNAL`. */
export class AppError extends Error implements AppErrorShape {
  override readonly name = 'AppError';
  readonly checks?: readonly FailedCheck[];
  readonly places?: readonly LeakPlace[];
  readonly offset?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly next: string,
    options: ErrorOptions & Pick<AppErrorShape, 'checks' | 'places' | 'offset'> = {},
  ) {
    super(message, options);
    if (options.checks) this.checks = options.checks;
    if (options.places) this.places = options.places;
    if (options.offset !== undefined) this.offset = options.offset;
  }

  /** Makes an error from what the other side of a call told. */
  static from({ code, message, next, checks, places, offset }: AppErrorShape): AppError {
    return new AppError(code, message, next, { checks, places, offset });
  }
}

/**
 * Turns anything thrown into a shape that may be shown. It leaves out the text of a foreign error, which may quote a
 * word or a path.
 */
export function toAppErrorShape(error: unknown): AppErrorShape {
  if (error instanceof AppError) {
    const { code, message, next, checks, places, offset } = error;
    return {
      ...{ code, message, next },
      ...(checks && { checks }),
      ...(places && { places }),
      ...(offset !== undefined && { offset }),
    };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'CANCELLED', message: t('The work was cancelled.'), next: t('Start it again to go on.') };
  }
  return {
    code: 'INTERNAL',
    message: t('Something unexpected went wrong inside Withheld.'),
    next: t('Try again. If it happens again, report it with the steps that led here.'),
  };
}
