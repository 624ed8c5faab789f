/** Runs everything that must hold: format, lint, types, then the tests; ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

// Given file names, only those tests run.
const only = process.argv.slice(2);
if (only.length === 0) {
  count('format', run([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']));
  count('lint', run([bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.']));
  count('imports', run([join(root, 'tests', 'checkImports.mjs')]));
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
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A test that did not run has not passed.
  failed += numTotalTests - numPassedTests;
  if (!ok && failed === 0) failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
