/**
 * The page's end of `contextBridge`. In the page's own world it rebuilds what the preload exposes from its isolated
 * one. The worlds share only the document, whose events carry copies; functions travel as numbers.
 */
(() => {
  if (window !== window.top) return;
  const bus = document;
  const callbacks = new Map();
  const answers = new Map();
  let last = 0;

  const say = (name, detail) => bus.dispatchEvent(new CustomEvent(`electron-shim:${name}`, { detail }));
  const hear = (name, act) => bus.addEventListener(`electron-shim:${name}`, ({ detail }) => act(detail));

  const pack = (value) => {
    if (typeof value !== 'function') return { value: structuredClone(value) };
    callbacks.set(++last, value);
    return { callback: last };
  };
  const unpack = (packed) => ('remote' in packed ? remote(packed.remote) : packed.value);
  const settle = ({ error, packed }, resolve, reject) =>
    error === undefined ? resolve(unpack(packed)) : reject(new Error(error));

  /** Makes a function that calls one of the isolated world. */
  function remote(target) {
    return (...args) => {
      const id = ++last;
      const packed = args.map(pack);
      let given;
      answers.set(id, (answer) => (given = answer));
      say('invoke', { id, target, args: packed });
      if (given.promise) {
        return new Promise((resolve, reject) =>
          answers.set(id, (answer) => {
            answers.delete(id);
            settle(answer, resolve, reject);
          }),
        );
      }
      answers.delete(id);
      let result;
      settle(
        given,
        (value) => (result = value),
        (error) => {
          throw error;
        },
      );
      return result;
    };
  }

  function build(shape) {
    if (!('entries' in shape)) return unpack(shape);
    return Object.freeze(Object.fromEntries(shape.entries.map(([key, inner]) => [key, build(inner)])));
  }

  // Electron asks the app first. A browser would open the window and ask then.
  window.open = (url = '') => {
    say('open', { url: new URL(url || 'about:blank', location.href).href });
    return null;
  };

  hear('answer', (answer) => answers.get(answer.id)?.(answer));
  hear('callback', ({ id, args }) => callbacks.get(id)?.(...args));
  hear('expose', ({ key, shape }) =>
    Object.defineProperty(window, key, { value: build(shape), enumerable: true }),
  );
})();
