import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '../../../main/system/appRoot';

const MODULE = /\brequire\("(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?"\)/u;
const GLOBAL = /(?<![.\w])(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\()/u;
/** The line that the bundler writes above each module in its file. */
const HEADING = /^\s*\/\/ ((?:main|shared|resources|node_modules)\/\S+)$/u;

/** Finds the modules of a bundle, with those from packages, that could speak with a network. */
function speakers(entry: string): string[] {
  const found = new Set<string>();
  let module = entry;
  for (const line of readFileSync(join(appRoot(), 'dist', entry), 'utf8').split('\n')) {
    module = HEADING.exec(line)?.[1] ?? module;
    if (MODULE.test(line) || GLOBAL.test(line)) found.add(module);
  }
  return [...found].sort();
}

test.each(['cli.js', 'index.js'])(
  'in %s, one file of ours speaks with a network, and what goes through proxies',
  (entry) => {
    expect(speakers(entry)).toEqual([
      'main/download/requestBytes.ts',
      'node_modules/hpagent/index.js',
      'node_modules/socks/build/client/socksclient.js',
      'node_modules/socks/build/common/helpers.js',
    ]);
  },
);

test.each(['preload.js', 'suggest.worker.js'])('in %s, nothing does', (entry) => {
  expect(speakers(entry)).toEqual([]);
});

test.each(['speechDetector.worker.js', 'speakers.worker.js'])(
  'in %s, only what runs in pages too could, and it is given its program and weights',
  (entry) => {
    expect(speakers(entry)).toEqual(['node_modules/onnxruntime-web/dist/ort.wasm.bundle.min.mjs']);
  },
);
