import type { Suggestion } from '../../shared/model/suggestion';

interface Part {
  start: number;
  end: number;
  kind: string;
}

/** Returns a sentence without its marks, and what was marked in it as `[kind:words]`. */
export function readMarked(marked: string): { text: string; details: Part[] } {
  const details: Part[] = [];
  let text = '';
  for (const piece of marked.split(/(\[[a-z]+:[^\]]+\])/u)) {
    const [, kind, said] = /^\[([a-z]+):([^\]]+)\]$/u.exec(piece) ?? [];
    if (kind !== undefined && said !== undefined)
      details.push({ kind, start: text.length, end: text.length + said.length });
    text += said ?? piece;
  }
  return { text, details };
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && a.end > b.start;

export interface Scored {
  details: number;
  /** Number of those that are suggested as details, or as names if names stand in them. */
  found: number;
  /** Number of those found as details that have the right kind. */
  kinds: number;
  suggested: number;
  /** Number of suggested details that are right. */
  right: number;
  missed: string[];
  wrong: string[];
}

/** Counts what is found in marked sentences. @param suggest returns names and details. */
export function scoreDetails(sentences: readonly string[], suggest: (text: string) => Suggestion[]): Scored {
  const score: Scored = { details: 0, found: 0, kinds: 0, suggested: 0, right: 0, missed: [], wrong: [] };
  for (const sentence of sentences) {
    const { text, details } = readMarked(sentence);
    const all = suggest(text);
    const suggested = all.filter(({ detail }) => detail !== undefined);
    for (const part of details) {
      score.details++;
      if (all.some((one) => meets(one, part))) score.found++;
      else score.missed.push(`${part.kind}: ${text.slice(part.start, part.end)}`);
      if (suggested.some((one) => meets(one, part) && one.detail === part.kind)) score.kinds++;
    }
    score.suggested += suggested.length;
    for (const one of suggested) {
      if (details.some((part) => meets(one, part))) score.right++;
      else score.wrong.push(`${one.detail ?? ''}: ${one.text}`);
    }
  }
  return score;
}
