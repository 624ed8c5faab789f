/**
 * Makes the preload's surroundings: `require('electron')` with contextBridge, ipcRenderer and webUtils, in a world of
 * its own that the page cannot reach. `toMain(text)` is a binding of this world only. The preload is called as `run`.
 */
(toMain, run) => {
  if (window !== window.top) return;
  const bus = document;
  const functions = new Map();
  const calls = new Map();
  const channels = new Map();
  const paths = new Map();
  let last = 0;

  const say = (name, detail) => bus.dispatchEvent(new CustomEvent(`electron-shim:${name}`, { detail }));
  const hear = (name, act) => bus.addEventListener(`electron-shim:${name}`, ({ detail }) => act(detail));
  const tell = (message) => toMain(JSON.stringify(message));

  // contextBridge
  const pack = (value) => {
    if (typeof value !== 'function') return { value };
    functions.set(++last, value);
    return { remote: last };
  };
  const unpack = ({ callback, value }) =>
    callback === undefined ? value : (...args) => say('callback', { id: callback, args });
  const shapeOf = (value) =>
    value !== null && typeof value === 'object'
      ? { entries: Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]) }
      : pack(value);
  const messageOf = (error) => String(error?.message ?? error);

  hear('invoke', ({ id, target, args }) => {
    try {
      const result = functions.get(target)(...args.map(unpack));
      if (typeof result?.then !== 'function') return say('answer', { id, packed: pack(result) });
      say('answer', { id, promise: true });
      result.then(
        (value) => say('answer', { id, packed: pack(value) }),
        (error) => say('answer', { id, error: messageOf(error) }),
      );
    } catch (error) {
      say('answer', { id, error: messageOf(error) });
    }
  });

  // ipcRenderer: values that JSON has no words for get a name, so that the app gets what Electron would hand it.
  const named = (type, value) => ({ 'electron-shim': type, value });
  function encode(key) {
    const value = this[key];
    if (value === undefined) return { 'electron-shim': 'undefined' };
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.');
    if (typeof value === 'bigint') return named('bigint', String(value));
    if (typeof value === 'number' && !Number.isFinite(value)) return named('number', String(value));
    if (value instanceof Date) return named('date', value.getTime());
    if (value instanceof Map) return named('map', [...value]);
    if (value instanceof Set) return named('set', [...value]);
    if (ArrayBuffer.isView(value)) return named('bytes', [...new Uint8Array(value.buffer)]);
    return value;
  }
  const ipcRenderer = {
    on: (channel, listener) => {
      if (!channels.has(channel)) channels.set(channel, new Set());
      channels.get(channel).add(listener);
    },
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        calls.set(id, { resolve, reject });
        toMain(JSON.stringify({ type: 'invoke', id, channel, args }, encode));
      }),
  };

  // webUtils: the browser knows where a dropped file lies, but only says so when asked from outside, which takes a
  // moment. Meanwhile the event is held back, and then it is given to the page again.
  const keyOf = ({ name, size, lastModified }) => JSON.stringify([name, size, lastModified]);
  let held = null;
  const hold = (event, files, again) => {
    if (!event.isTrusted || files.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { files, again };
    globalThis.heldFiles = files;
    tell({ type: 'files', count: files.length });
  };
  addEventListener(
    'drop',
    (event) => {
      const files = [...event.dataTransfer.files];
      const { target, clientX, clientY } = event;
      hold(event, files, () => {
        const dataTransfer = new DataTransfer();
        for (const file of files) dataTransfer.items.add(file);
        const init = { bubbles: true, cancelable: true, composed: true, dataTransfer, clientX, clientY };
        target.dispatchEvent(new DragEvent('drop', init));
      });
    },
    true,
  );
  addEventListener(
    'change',
    (event) => {
      const { target } = event;
      const files = target.type === 'file' ? [...target.files] : [];
      hold(event, files, () => target.dispatchEvent(new Event('change', { bubbles: true })));
    },
    true,
  );

  // `setWindowOpenHandler` covers scripts that open windows, and links that do.
  hear('open', ({ url }) => tell({ type: 'open', url }));
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
      if (!link?.href || ['', '_self', '_top', '_parent'].includes(link.target)) return;
      event.preventDefault();
      tell({ type: 'open', url: link.href });
    },
    true,
  );

  // `will-navigate`: the app decides, and the page waits where it is.
  navigation.addEventListener('navigate', (event) => {
    const elsewhere = !event.hashChange && !event.destination.sameDocument && event.downloadRequest === null;
    if (!elsewhere || !event.cancelable) return;
    event.preventDefault();
    tell({ type: 'navigate', url: event.destination.url });
  });

  globalThis.fromMain = (text) => {
    const message = JSON.parse(text);
    if (message.type === 'answer') {
      const { resolve, reject } = calls.get(message.id);
      calls.delete(message.id);
      if (message.error === undefined) resolve(message.value);
      else reject(new Error(message.error));
    } else if (message.type === 'event') {
      for (const listener of channels.get(message.channel) ?? []) listener({}, ...message.args);
    } else if (message.type === 'files') {
      held.files.forEach((file, i) => paths.set(keyOf(file), message.paths[i]));
      held.again();
    }
  };

  const electron = {
    contextBridge: { exposeInMainWorld: (key, api) => say('expose', { key, shape: shapeOf(api) }) },
    ipcRenderer,
    webUtils: { getPathForFile: (file) => paths.get(keyOf(file)) ?? '' },
  };
  run((name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  });
};
