import { parseSeconds } from './parseSeconds';

/** Parses a stretch such as `1:02.5-1:40`, in seconds. @throws {InvalidArgumentError} as `parseSeconds`. */
export function parseStretch(text: string): { from: number; to: number } {
  const [from = '', to = ''] = text.split('-');
  return { from: parseSeconds(from), to: parseSeconds(to) };
}
