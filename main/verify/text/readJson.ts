import * as z from 'zod';
import { Unreadable } from '../Unreadable';
import type { Reading } from './Reading';
import { parseJson } from '../parseJson';
import { utf8 } from './utf8';

const seconds = z.number().min(0).nullable();
const transcriptSchema = z.strictObject({
  title: z.string(),
  introduction: z.string().optional(),
  language: z.string(),
  paragraphs: z.array(
    z.strictObject({
      headings: z.array(z.string()).min(1).optional(),
      speaker: z.string().nullable(),
      tokens: z.array(
        z.strictObject({
          text: z.string(),
          marker: z.literal(true).optional(),
          glued: z.literal(true).optional(),
          start: seconds,
          end: seconds,
        }),
      ),
    }),
  ),
});

/**
 * Reads the transcript for programs. A block is a title, an introduction, a paragraph's headings and speaker, or a
 * token with its times.
 * @throws {Unreadable} when it holds anything else, says a thing twice, or has something that a program would not
 * notice.
 */
export function readJson(bytes: Uint8Array): Reading {
  const text = utf8(bytes);
  const value = parseJson(text);
  // When a key stands twice, parsers keep the last one. Escapes and numbers may be written in many ways.
  if (`${JSON.stringify(value, null, 1)}\n` !== text) throw new Unreadable('it is not written as it reads');
  const transcript = transcriptSchema.safeParse(value);
  if (!transcript.success) throw new Unreadable('it holds something else than a transcript');
  const { title, introduction, language, paragraphs } = transcript.data;
  return {
    blocks: [
      title,
      ...(introduction === undefined ? [] : [introduction]),
      ...paragraphs.flatMap(({ headings, speaker, tokens }) => [
        JSON.stringify({ headings, speaker }),
        ...tokens.map((token) => JSON.stringify(token)),
      ]),
    ],
    besides: [
      ...(introduction === undefined ? [] : ['key introduction']),
      ...['key language', 'key paragraphs', `language ${language}`],
    ],
  };
}
