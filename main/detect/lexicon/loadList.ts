import { createRequire } from 'node:module';

/**
 * Loads a package for the list it holds, from node_modules, so that no bundle has to carry it, and forgets the package:
 * a few fields of its list are kept, and the rest would stay in memory for as long as the program runs.
 */
export function loadList(name: string): unknown {
  // One for each call: what a `require` has loaded stays with it.
  const load = createRequire(__filename);
  const list: unknown = load(name);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
  delete load.cache[load.resolve(name)];
  return list;
}
