/** Texts, and the signs that JSON is made of. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|\n/gu;

/**
 * Returns the line, from 1, on which an object of a JSON text has a key for the second time; null where none has. A
 * parser takes the last value and says nothing, so what stood under the first is lost.
 */
export function repeatedKey(text: string): number | null {
  const open: (Set<string> | null)[] = [];
  let line = 1;
  let before: string | undefined;
  let named = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') {
      line++;
      continue;
    }
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && before?.startsWith('"')) {
      const keys = open.at(-1);
      if (keys?.has(named)) return line;
      keys?.add(named);
    }
    if (token.startsWith('"')) named = token;
    before = token;
  }
  return null;
}
