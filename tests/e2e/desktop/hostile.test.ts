import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type DesktopApp } from './host';
import { settled } from './settled';

/** Requests that reached a server beside the app, on this machine. Names and addresses elsewhere would prove less. */
const reached: string[] = [];
let server: Server;
let elsewhere: string;
let app: DesktopApp;
let home: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end('reached');
  });
  // A caller that speaks no HTTP has reached the server all the same.
  server.on('clientError', (_error, socket) => {
    reached.push('something else');
    socket.destroy();
  });
  server.on('upgrade', (request, socket) => {
    reached.push(request.url ?? '');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  elsewhere = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await launchApp();
  home = app.page.url();
  await app.page.evaluate(() => Object.assign(window, { stillHere: true }));
});
afterAll(async () => {
  await app.close();
  server.close();
});

/** Whatever was tried, nothing left the window, the page is the same one, and the app answers. */
afterEach(async () => {
  expect(reached.splice(0)).toEqual([]);
  expect(app.page.url()).toBe(home);
  expect(app.page.context().pages()).toHaveLength(1);
  expect(await app.page.evaluate(() => (window as { stillHere?: boolean }).stillHere)).toBe(true);
  const answer = await call({ id: 'still', method: 'settings.get', params: {} });
  expect(answer).toMatchObject({ id: 'still', ok: true });
});

const call = (message: unknown): Promise<unknown> =>
  app.page.evaluate((m) => window.withheld.call(m), message);
const usage = { ok: false, error: { code: 'USAGE' } };

/**
 * Runs text as the page's own scripts run. Until the next task, a browser lets a debugger's script evaluate more than
 * the policy allows.
 */
const inNextTask = (attempt: string): Promise<unknown> =>
  app.page.evaluate(
    ({ source, where }) => {
      // oxlint-disable-next-line no-eval -- a hostile page would.
      const run = (0, eval)(`async (elsewhere) => { ${source} }`) as (where: string) => Promise<unknown>;
      const refused = (error: unknown) => `refused: ${String(error)}`;
      return new Promise((resolve) => setTimeout(() => void run(where).catch(refused).then(resolve), 0));
    },
    { source: attempt, where: elsewhere },
  );

/**
 * Waits until everything that the page began before has arrived. It asks for one of the page's own pictures behind it
 * on the same way, and then for the server elsewhere, which takes callers in order.
 */
async function settle(): Promise<void> {
  await app.page.evaluate(async () => {
    await new Promise((answered) => {
      const picture = new Image();
      picture.onload = picture.onerror = answered;
      picture.src = new URL('/settled', location.href).href;
    });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await settled(app);
  await fetch(`http://${elsewhere}${OURS}`);
  expect(reached).toContain(OURS);
  reached.splice(reached.indexOf(OURS), 1);
}

/** The path that the test itself asks the server for. */
const OURS = '/settled';

describe('a page that goes elsewhere', () => {
  it.each([
    ['opens a window', 'open(`http://${elsewhere}/open`)'],
    ['opens an empty window', 'open("about:blank")'],
    [
      'follows a link to a new window',
      'const a = document.createElement("a"); a.target = "_blank"; a.href = `http://${elsewhere}/link`; document.body.append(a); a.click()',
    ],
    ['navigates', 'location.href = `http://${elsewhere}/navigate`'],
    ['navigates to a file', 'location.href = "file:///etc/hostname"'],
    ['navigates to data', 'location.href = "data:text/html,<h1>elsewhere</h1>"'],
    [
      'navigates to what it made',
      'location.href = URL.createObjectURL(new Blob(["<h1>elsewhere</h1>"], { type: "text/html" }))',
    ],
    ['navigates to an empty page', 'location.href = "about:blank"'],
    [
      'navigates to a script',
      'location.href = "javascript:void(document.body.innerHTML = 1, window.stillHere = false)"',
    ],
    ['replaces itself', 'location.replace(`http://${elsewhere}/replace`)'],
    [
      'sends a form',
      'const f = document.createElement("form"); f.action = `http://${elsewhere}/form`; f.method = "post"; document.body.append(f); f.submit()',
    ],
    [
      'refreshes to elsewhere',
      'document.head.insertAdjacentHTML("beforeend", `<meta http-equiv="refresh" content="0;url=http://${elsewhere}/refresh">`)',
    ],
  ])('%s: stays', async (_, attempt) => {
    await inNextTask(attempt);
    await settle();
  });
});

describe('a page that asks the network', () => {
  it.each([
    ['fetch', 'return (await fetch(`http://${elsewhere}/fetch`)).status'],
    ['fetch without CORS', 'return (await fetch(`http://${elsewhere}/opaque`, { mode: "no-cors" })).type'],
    ['fetch by https', 'return (await fetch(`https://${elsewhere}/https`, { mode: "no-cors" })).type'],
    ['fetch of a file', 'return (await fetch("file:///etc/hostname")).text()'],
    ['fetch of the page’s own files', 'return (await fetch("/index.html")).status'],
    [
      'a request',
      'return new Promise((yes, no) => { const x = new XMLHttpRequest(); x.open("GET", `http://${elsewhere}/xhr`); x.onload = yes; x.onerror = () => no(new Error("refused")); x.send() })',
    ],
    [
      'a web socket',
      'return new Promise((yes, no) => { const s = new WebSocket(`ws://${elsewhere}/ws`); s.onopen = yes; s.onerror = () => no(new Error("refused")) })',
    ],
    [
      'an event source',
      'return new Promise((yes, no) => { const s = new EventSource(`http://${elsewhere}/events`); s.onopen = yes; s.onerror = () => no(new Error("refused")) })',
    ],
    [
      'an image',
      'return new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = () => no(new Error("refused")); i.src = `http://${elsewhere}/image` })',
    ],
    [
      'a script',
      'return new Promise((yes, no) => { const s = document.createElement("script"); s.onload = yes; s.onerror = () => no(new Error("refused")); s.src = `http://${elsewhere}/script`; document.body.append(s) })',
    ],
    [
      'a style sheet',
      'return new Promise((yes, no) => { const l = document.createElement("link"); l.rel = "stylesheet"; l.onload = yes; l.onerror = () => no(new Error("refused")); l.href = `http://${elsewhere}/style`; document.head.append(l) })',
    ],
    ['a font', 'return new FontFace("x", `url(http://${elsewhere}/font)`).load()'],
    [
      'a film',
      'return new Promise((yes, no) => { const v = document.createElement("video"); v.oncanplay = yes; v.onerror = () => no(new Error("refused")); v.src = `http://${elsewhere}/film` })',
    ],
    [
      'a worker of its own making',
      'return new Promise((yes, no) => { const w = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))); w.onmessage = () => yes("ran"); w.onerror = () => no(new Error("refused")) })',
    ],
    ['a service worker', 'return navigator.serviceWorker.register(`http://${elsewhere}/service`)'],
  ])('%s: is refused', async (_, attempt) => {
    expect(await inNextTask(attempt)).toMatch(/^refused: /u);
  });

  it('hints, beacons, frames and pings: nothing goes out', async () => {
    await inNextTask(`
      navigator.sendBeacon(\`http://\${elsewhere}/beacon\`, 'x');
      for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload', 'icon', 'manifest']) {
        const link = Object.assign(document.createElement('link'), { rel, as: 'image', href: \`http://\${elsewhere}/\${rel}\` });
        document.head.append(link);
      }
      for (const tag of ['iframe', 'embed', 'object', 'webview']) {
        const frame = document.createElement(tag);
        frame.setAttribute(tag === 'object' ? 'data' : 'src', \`http://\${elsewhere}/\${tag}\`);
        document.body.append(frame);
      }
      document.body.style.backgroundImage = \`url(http://\${elsewhere}/background)\`;
      const a = Object.assign(document.createElement('a'), { href: '#x', ping: \`http://\${elsewhere}/ping\` });
      document.body.append(a);
      a.click();
      history.replaceState(null, '', '/');
    `);
    await settle();
  });

  it('a peer connection: asks nobody for its address', async () => {
    const stun = createSocket('udp4');
    const asked: Buffer[] = [];
    stun.on('message', (packet) => asked.push(packet));
    stun.bind(0, '127.0.0.1');
    await once(stun, 'listening');
    try {
      await inNextTask(`
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${stun.address().port}' }, { urls: \`turn:\${elsewhere}?transport=tcp\`, username: 'x', credential: 'x' }] });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((done) => {
          const look = () => peer.iceGatheringState === 'complete' && done();
          peer.addEventListener('icegatheringstatechange', look);
          look();
        });
        peer.close();
      `);
      expect(asked).toEqual([]);
    } finally {
      stun.close();
    }
  });
});

describe('a page that runs what it should not', () => {
  it.each([
    ['eval', 'return (0, eval)("1 + 1")'],
    ['a function from text', 'return new Function("return 1")()'],
    ['an import of data', 'return import("data:text/javascript,export default 1")'],
    [
      'an import of what it made',
      'return import(URL.createObjectURL(new Blob(["export default 1"], { type: "text/javascript" })))',
    ],
    [
      'WebAssembly',
      'return String(await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])))',
    ],
  ])('%s: is refused', async (_, attempt) => {
    expect(await inNextTask(attempt)).toMatch(/^refused: /u);
  });

  it('scripts and styles within the page do nothing', async () => {
    await inNextTask(`
      const script = document.createElement('script');
      script.textContent = 'window.stillHere = false';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { letter-spacing: 7px }';
      document.head.append(style);
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.stillHere = false">');
      setTimeout('window.stillHere = false', 0);
    `);
    await settle();
    expect(await app.page.evaluate(() => getComputedStyle(document.body).letterSpacing)).not.toBe('7px');
  });

  it('finds neither Node nor Electron, and one frozen object', async () => {
    const names = [
      'require',
      'process',
      'module',
      'global',
      'Buffer',
      '__dirname',
      'ipcRenderer',
      'electron',
    ];
    expect(await app.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    const given = await app.page.evaluate(() => {
      'use strict';
      const tries = [
        () => Object.assign(window.withheld, { call: () => null }),
        () => Object.assign(window.withheld, { more: 1 }),
        () => Object.assign(window, { withheld: null }),
      ];
      const refused = tries.map((attempt) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      });
      return { names: Object.keys(window.withheld).sort(), refused };
    });
    expect(given).toEqual({ names: ['call', 'on', 'pathOf'], refused: [true, true, true] });
  });

  it('learns no path of what is no file', async () => {
    const paths = await app.page.evaluate(() =>
      [new File(['x'], '/etc/hostname'), new Blob(['x']), null, {}, '/etc/hostname'].map((value) => {
        try {
          return window.withheld.pathOf(value as File);
        } catch {
          return '';
        }
      }),
    );
    expect(paths).toEqual(['', '', '', '', '']);
  });
});

describe('a page that calls what it should not', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    'then',
    '',
  ])('the method %j: there is none', async (method) => {
    expect(await call({ id: 'x', method, params: {} })).toMatchObject(usage);
  });

  it.each([
    ['nothing', 'undefined'],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', '"settings.get"'],
    ['a list', '[]'],
    ['an id that is no text', '{ id: 1, method: "settings.get", params: {} }'],
    ['an id that is too long', '{ id: "x".repeat(1e7), method: "settings.get", params: {} }'],
    ['a method that is no text', '{ id: "x", method: ["settings.get"], params: {} }'],
    ['a method of 10 MB', '{ id: "x", method: "x".repeat(1e7), params: {} }'],
    ['a parameter of 10 MB', '{ id: "x", method: "settings.set", params: { theme: "x".repeat(1e7) } }'],
    ['a parameter that is not known', '{ id: "x", method: "settings.get", params: { more: 1 } }'],
    ['a key of 10 MB', '{ id: "x", method: "settings.set", params: { ["x".repeat(1e7)]: 1 } }'],
    [
      'dates, maps and numbers that are none',
      '{ id: "x", method: "settings.set", params: { lockAfter: NaN, theme: new Map(), keys: new Date() } }',
    ],
    ['a cancel of nothing', '{ cancel: {} }'],
    ['a cancel of an empty id', '{ cancel: "" }'],
    ['a cancel of 10 MB', '{ cancel: "x".repeat(1e7) }'],
    ['a call that is a cancel too', '{ id: "x", method: "settings.get", params: {}, cancel: "y" }'],
  ])('%s: is said to be wrong', async (_, message) => {
    const answer = await inNextTask(`return window.withheld.call(${message})`);
    expect(answer).toMatchObject(usage);
  });

  it.each([
    ['a function', '() => 1'],
    ['a function within', '{ id: "x", method: "settings.get", params: { f() {} } }'],
    ['a symbol', 'Symbol("x")'],
    ['a part of the page', 'document.body'],
  ])('%s: cannot be handed over', async (_, message) => {
    expect(await inNextTask(`return window.withheld.call(${message})`)).toMatch(/^refused: /u);
  });

  it('a cancel of what does not run has no answer, and does nothing', async () => {
    expect(await call({ cancel: 'nobody' })).toBeNull();
  });

  it('keys of prototypes reach nothing', async () => {
    const polluting = ['__proto__', 'constructor', 'prototype'].map((key) => `{"${key}":{"polluted":"yes"}}`);
    for (const text of polluting) {
      const message = `{ id: "x", method: "settings.set", params: JSON.parse('${text}') }`;
      await inNextTask(`return window.withheld.call(${message})`);
      const keys = `{ id: "x", method: "settings.set", params: { keys: JSON.parse('{"__proto__":"yes","constructor":"yes"}') } }`;
      await inNextTask(`return window.withheld.call(${keys})`);
    }
    expect(await app.inMain(() => (({}) as { polluted?: string }).polluted ?? null, null)).toBeNull();
    expect(await app.page.evaluate(() => 'polluted' in {})).toBe(false);
    await call({ id: 'x', method: 'settings.set', params: { keys: {} } });
  });

  it('an id that runs already is refused, and many calls at once are all answered', async () => {
    const answers = await app.page.evaluate(() =>
      Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          window.withheld.call({ id: `many${i}`, method: 'settings.get', params: {} }),
        ),
      ),
    );
    expect(answers.every((answer, i) => answer?.ok === true && answer.id === `many${i}`)).toBe(true);
  });

  it('a project that is not open plays nothing', async () => {
    const status = await inNextTask(`
      const origin = document.querySelector('meta[name="media-origin"]').content;
      const names = ['p1', '../p1', '__proto__', 'constructor', '%2e%2e%2fp1', ''];
      return Promise.all(names.map(async (name) => (await fetch(\`\${origin}/\${name}\`)).status));
    `);
    expect(status).toEqual([404, 404, 404, 404, 404, 404]);
  });
});

describe('a page that asks for permission', () => {
  it.each([
    [
      'where it is',
      'return new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, (e) => no(new Error(String(e.code)))))',
    ],
    ['the microphone', 'return navigator.mediaDevices.getUserMedia({ audio: true })'],
    ['the camera', 'return navigator.mediaDevices.getUserMedia({ video: true })'],
    ['the screen', 'return navigator.mediaDevices.getDisplayMedia()'],
    ['what was copied', 'return navigator.clipboard.readText()'],
    ['MIDI', 'return navigator.requestMIDIAccess()'],
    [
      'when nobody is there',
      'const answer = await IdleDetector.requestPermission(); if (answer !== "granted") throw new Error(answer)',
    ],
    ['USB devices', 'return navigator.usb.requestDevice({ filters: [] })'],
    ['serial devices', 'return navigator.serial.requestPort()'],
    [
      'notices',
      'const answer = await Notification.requestPermission(); if (answer !== "granted") throw new Error(answer)',
    ],
  ])('%s: is denied', async (_, attempt) => {
    expect(await inNextTask(attempt)).toMatch(/^refused: /u);
  });

  it('a download is stopped by the app', async () => {
    await app.inMain(({ session }) => {
      session.fromPartition('withheld').on('will-download', (event) => {
        Object.assign(globalThis, { stopped: event.defaultPrevented });
      });
    }, null);
    await inNextTask(`
      const href = URL.createObjectURL(new Blob(['x']));
      Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
    `);
    const stopped = () => app.inMain(() => (globalThis as { stopped?: boolean }).stopped ?? null, null);
    await expect.poll(stopped).toBe(true);
  });
});
