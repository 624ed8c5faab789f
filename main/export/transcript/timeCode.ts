import type { PublishedParagraph } from '../../../shared/plan/render';

/**
 * Writes when a paragraph begins, as `[00:02:14]` in whole seconds passed; null where that is not known. It is the time
 * of the first token. That tells nothing of a withheld word: a marker has the times of what cannot be heard there.
 */
export function timeCode({ tokens }: PublishedParagraph): string | null {
  const start = tokens[0]?.start ?? null;
  if (start === null) return null;
  const seconds = Math.floor(start);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `[${parts.map((part) => String(part).padStart(2, '0')).join(':')}]`;
}
