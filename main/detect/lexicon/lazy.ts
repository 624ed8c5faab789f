/** Makes a value at its first use and keeps it: word lists are large, and most runs of the program need none. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
