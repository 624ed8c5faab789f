/** Runs everything that must hold: format, lint, types, then the tests; ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
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

// Given file names, only those tests run.
const only = process.argv.slice(2);
if (only.length === 0) {
  count('format', run([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']));
  count('lint', run([bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.']));
  count('imports', run([join(root, 'tests', 'checkImports.mjs')]));
  const native = readdirSync(join(root, 'resources', 'native'))
    .filter((name) => /\.[ch]pp$/u.test(name))
    .map((name) => join('resources', 'native', name));
  count(
    'C++ format',
    run([bin('@wasm-fmt/clang-format/clang-format-cli.cjs'), '--dry-run', '-Werror', ...native]),
  );
  count('C++ warnings', spawnSync('c++', strict, { cwd: root, stdio: 'inherit' }).status === 0);
  // Each with the globals that it runs with.
  const parts = ['.', 'renderer', 'tests'];
  count(
    'types',
    parts.map((part) => run([bin('typescript/bin/tsc'), '--noEmit', '-p', part])).every(Boolean),
  );
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
