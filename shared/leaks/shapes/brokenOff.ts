import { foldPhrase } from '../../text/matching';

const BROKEN = /^[^\p{L}]*([\p{L}\p{M}][\p{L}\p{M}'’]*?)(?:[-‐‑–—]+|\.\.\.|…|[*•]{2,}|_{2,})[^\p{L}\p{N}]*$/u;

/** Returns what is left of a word that somebody broke off: `Aig-` → `aig`; null for a whole word or a single letter. */
export function brokenOff(text: string): string | null {
  const found = BROKEN.exec(text)?.[1];
  const [start = ''] = found === undefined ? [] : foldPhrase(found);
  return start.length >= 2 ? start : null;
}
