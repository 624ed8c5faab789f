/**
 * Runs everything that must hold: tests and, beside them, format, lint and types. It ends with `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', name);

let passed = 0;
let failed = 0;
const count = (name, ok) => {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
};

/** Lower priority than that of the tests. A check has time until the last test has ended. */
const BESIDE = 10;

/** Runs a program beside the tests, and prints all of its output when they have ended. */
const check = (name, command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) setPriority(child.pid, BESIDE);
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.once('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.once('close', (code) => resolve({ name, ok: code === 0, said: Buffer.concat(said) }));
  });

const sourcesIn = (...folder) =>
  readdirSync(join(root, ...folder))
    .filter((name) => /\.(?:c|[ch]pp)$/u.test(name))
    .map((name) => join(...folder, name));
const forkTools = sourcesIn('tests', 'support', 'forkTools');
const transcriber = sourcesIn('resources', 'native');
const native = [...transcriber, ...forkTools];
/**
 * Compiles without a result. Warnings count only here, since those of a newer compiler must not stop a person's build.
 */
const whisper = join('node_modules', 'nodejs-whisper', 'cpp', 'whisper.cpp');
const strict = [
  ...['-std=c++17', '-fsyntax-only', '-Wall', '-Wextra', '-Werror'],
  ...['-I', join(whisper, 'include'), '-I', join(whisper, 'ggml', 'include')],
  ...transcriber.filter((file) => file.endsWith('.cpp')),
];
const clangFormat = '@wasm-fmt/clang-format/clang-format-cli.cjs';

/**
 * Files that were formatted well are not looked at again, as long as their contents, the options and the formatter's
 * version are the same. This is kept in `node_modules/.cache/prettier`.
 */
const REMEMBERED = ['--cache', '--cache-strategy', 'content'];

const byNode = (name, path, ...args) => [name, process.execPath, [path, ...args]];
const CHECKS = [
  byNode('format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...REMEMBERED, '.'),
  byNode('imports', join(root, 'tests', 'checkImports.mjs')),
  byNode('C++ format', bin(clangFormat), '--dry-run', '-Werror', ...native),
  ['C++ warnings', 'c++', strict],
  ['C warnings', 'cc', ['-fsyntax-only', '-Wall', '-Wextra', '-Werror', ...forkTools]],
  byNode('lint and types', bin('oxlint/bin/oxlint'), '.'),
];

/** Runs the checks one after another. Tests wait for tools and for the window, which leaves one processor for this. */
async function runChecks() {
  const done = [];
  for (const [name, command, args] of CHECKS) done.push(await check(name, command, args));
  return done;
}

/** Runs the tests. @returns true when vitest was content. */
const test = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin('vitest/vitest.mjs'), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

// If file names are given, only those tests run.
const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'withheld-tests-'));
const report = join(folder, 'report.json');
try {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only];
  const [ok, done] = await Promise.all([test(args), only.length === 0 ? runChecks() : []]);
  for (const one of done) {
    process.stdout.write(one.said);
    count(one.name, one.ok);
  }
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  console.log('The ten slowest files:');
  for (const { name, seconds } of files.sort((a, b) => b.seconds - a.seconds).slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
  passed += numPassedTests;
  // A test that did not run did not pass.
  failed += numTotalTests - numPassedTests;
  if (!ok && failed === 0) failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
