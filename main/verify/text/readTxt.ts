import { Unreadable } from '../Unreadable';
import type { Reading } from './Reading';
import { utf8 } from './utf8';

/** Reads a plain text. @throws {Unreadable} when it is not laid out as published plain texts are. */
export function readTxt(bytes: Uint8Array): Reading {
  const text = utf8(bytes);
  if (text.trim() === '') return { blocks: [], besides: [] };
  if (!text.endsWith('\n') || text.endsWith('\n\n')) throw new Unreadable('a text ends with one line end');
  return { blocks: text.slice(0, -1).split('\n\n'), besides: [] };
}
