import { Unreadable } from './Unreadable';

/** @throws {Unreadable} when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Unreadable('it is no JSON', { cause });
  }
}
