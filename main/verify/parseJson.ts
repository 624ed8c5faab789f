import { Unreadable } from './Unreadable';

/** @throws {Unreadable} where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Unreadable('it is no JSON', { cause });
  }
}
