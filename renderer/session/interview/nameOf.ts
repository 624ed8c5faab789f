/** Names an interview after its file: `/a/b/Market square.withheld` → `Market square`. */
export const nameOf = (path: string): string =>
  (path.split(/[\\/]/u).at(-1) ?? path).replace(/\.withheld$/iu, '');
