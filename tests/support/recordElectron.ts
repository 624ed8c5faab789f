/** A call of Electron: its name, such as `app.quit`, and its arguments. */
export type ElectronCall = [name: string, ...args: unknown[]];

/**
 * Makes a fake of Electron that takes every call and records it. A value in `given` replaces the recorded member of its
 * name, such as `app.getPath`. A function among them is recorded too, and answers.
 */
export function recordElectron(given: Record<string, unknown>): { electron: object; calls: ElectronCall[] } {
  const calls: ElectronCall[] = [];
  const member = (name: string): unknown => {
    const known = given[name];
    if (Object.hasOwn(given, name) && typeof known !== 'function') return known;
    const answer = known as ((...args: unknown[]) => unknown) | undefined;
    const members = new Map<string, unknown>();
    const at = (key: string) => {
      const full = name === '' ? key : `${name}.${key}`;
      if (!members.has(key)) members.set(key, member(full));
      return members.get(key);
    };
    const callable = function (): undefined {
      return undefined;
    };
    return new Proxy(callable, {
      // The fake must not look like a promise, or whoever awaits an answer would wait for ever.
      get: (_, key) =>
        typeof key === 'symbol' || key === 'then' || key === '__esModule' ? undefined : at(key),
      apply: (_, __, args: unknown[]) => {
        calls.push([name, ...args]);
        return answer ? answer(...args) : at('()');
      },
      construct: (_, args: unknown[]) => {
        calls.push([`new ${name}`, ...args]);
        return at('()') as object;
      },
    });
  };
  return { electron: member('') as object, calls };
}
