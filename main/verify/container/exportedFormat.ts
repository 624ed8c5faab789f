import { extname } from 'node:path';
import {
  AUDIO_FORMATS,
  TEXT_FORMATS,
  type AudioFormat,
  type TextFormat,
} from '../../../shared/model/formats';

export type MediaFormat = AudioFormat | 'mp4';

/** Tells the format of an exported file by its name; null for a file that no export writes. */
export function exportedFormat(name: string): { text: TextFormat } | { media: MediaFormat } | null {
  const extension = extname(name).slice(1);
  const text = TEXT_FORMATS.find((format) => format === extension);
  if (text) return { text };
  const media = ([...AUDIO_FORMATS, 'mp4'] as const).find((format) => format === extension);
  return media ? { media } : null;
}
