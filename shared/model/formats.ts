import { z } from 'zod';

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
