/** Runs everything that must hold: format, lint, types, then the tests; ends with `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', name);
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

let passed = 0;
let failed = 0;
const count = (name, ok) => {
  ok ? passed++ : failed++;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
};

/** Compiles without a result; a newer compiler's warnings must not keep a person from building, so only here. */
const whisper = join('node_modules', 'nodejs-whisper', 'cpp', 'whisper.cpp');
const strict = [
  ...['-std=c++17', '-fsyntax-only', '-Wall', '-Wextra', '-Werror'],
  ...['-I', join(whisper, 'include'), '-I', join(whisper, 'ggml', 'include')],
  join('resources', 'native', 'transcriber.cpp'),
];

/** Runs a program, and tells all that it said once it has ended: several run beside each other. */
const check = (name, command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.once('error', (error) => said.push(`${error.message}\n`));
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said.map((part) => Buffer.from(part))));
      count(name, code === 0);
      resolve();
    });
  });
const checkBy = (name, ...args) => check(name, process.execPath, args);

// Given file names, only those tests run.
const only = process.argv.slice(2);
if (only.length === 0) {
  const sourcesIn = (...folder) =>
    readdirSync(join(root, ...folder))
      .filter((name) => /\.(?:c|[ch]pp)$/u.test(name))
      .map((name) => join(...folder, name));
  const forkTools = sourcesIn('tests', 'support', 'forkTools');
  const native = [...sourcesIn('resources', 'native'), ...forkTools];
  const quick = async () => {
    await checkBy('format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.');
    await checkBy('imports', join(root, 'tests', 'checkImports.mjs'));
    await checkBy(
      'C++ format',
      bin('@wasm-fmt/clang-format/clang-format-cli.cjs'),
      '--dry-run',
      '-Werror',
      ...native,
    );
    await check('C++ warnings', 'c++', strict);
    await check('C warnings', 'cc', ['-fsyntax-only', '-Wall', '-Wextra', '-Werror', ...forkTools]);
    // Each with the globals that it runs with.
    for (const part of ['.', 'renderer', 'tests'])
      await checkBy(`types of ${part}`, bin('typescript/bin/tsc'), '--noEmit', '-p', part);
  };
  // This takes as long as all the others together.
  const lint = checkBy('lint', bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.');
  await Promise.all([quick(), lint]);
}

const folder = mkdtempSync(join(tmpdir(), 'withheld-tests-'));
const report = join(folder, 'report.json');
try {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only];
  const ok = run([bin('vitest/vitest.mjs'), ...args]);
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  console.log('The ten slowest files:');
  for (const { name, seconds } of files.sort((a, b) => b.seconds - a.seconds).slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
  passed += numPassedTests;
  // A test that did not run has not passed.
  failed += numTotalTests - numPassedTests;
  if (!ok && failed === 0) failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
