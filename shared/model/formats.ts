import * as z from 'zod';

export const TEXT_FORMATS = ['txt', 'docx', 'html', 'srt', 'vtt', 'json'] as const;
export const textFormatSchema = z.enum(TEXT_FORMATS);
export type TextFormat = z.infer<typeof textFormatSchema>;

export const AUDIO_FORMATS = ['wav', 'm4a', 'mp3', 'opus'] as const;
export const audioFormatSchema = z.enum(AUDIO_FORMATS);
export type AudioFormat = z.infer<typeof audioFormatSchema>;

export const BLURS = ['noise', 'tone', 'silence'] as const;
export const blurSchema = z.enum(BLURS);
export type Blur = z.infer<typeof blurSchema>;

export const PICTURES = ['keep', 'cover', 'none'] as const;
export const pictureChoiceSchema = z.enum(PICTURES);

/**
 * Endings of the files that a transcript is imported from, without the dot. The importer takes these and no others; the
 * dialogs offer them, and they tell a dropped transcript from a recording.
 */
export const TRANSCRIPT_ENDINGS = ['srt', 'vtt', 'txt', 'json'] as const;
export type TranscriptEnding = (typeof TRANSCRIPT_ENDINGS)[number];

/**
 * Returns the ending of a file that a transcript is imported from, in small letters; null for any other kind of file.
 */
export function transcriptEndingOf(name: string): TranscriptEnding | null {
  const ending = /\.(?<ending>[^.\\/]+)$/u.exec(name)?.groups?.ending?.toLowerCase();
  return TRANSCRIPT_ENDINGS.find((one) => one === ending) ?? null;
}

/**
 * Endings by which dialogs know recordings, without the dot. Other files may be chosen too, since the contents of a
 * file decide.
 */
export const RECORDING_ENDINGS = [
  ...['mp4', 'mov', 'm4v', 'mkv', 'webm', 'avi', 'mts', 'm2ts', 'mpg', 'mpeg', '3gp', 'mxf', 'wmv', 'ogv'],
  ...['wav', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'flac', 'aif', 'aiff', 'amr', 'wma', 'caf'],
];
