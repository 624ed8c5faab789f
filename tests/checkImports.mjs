/**
 * Checks every import against the lists in `.dependency-cruiser.mjs`. It prints what is wrong, and exits with 1 then.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import config, { MAY_IMPORT } from '../.dependency-cruiser.mjs';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const { output } = await cruise(['main', 'shared', 'renderer'], {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
});

const problems = output.summary.violations.map(
  ({ rule, from, to, cycle }) =>
    `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
);
const unused = new Map(
  Object.entries(MAY_IMPORT).map(([folder, may]) => [folder, new Set(Object.keys(may))]),
);

for (const { source, dependencies } of output.modules.filter(({ source }) => isOurs(source))) {
  const folder = folderOf(source);
  const may = MAY_IMPORT[folder];
  if (!may) {
    problems.push(`no list: ${source} is in a folder that may import nothing`);
    continue;
  }
  for (const dependency of dependencies) {
    const target = targetOf(dependency);
    if (target === folder) continue;
    unused.get(folder)?.delete(target);
    if (!(target in may)) problems.push(`not listed: ${source} → ${dependency.resolved} (${target})`);
  }
}
for (const [folder, targets] of unused) {
  for (const target of targets) problems.push(`unused: ${folder} may import ${target}, and does not`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function isOurs(path) {
  return /^(?:main|shared|renderer)\//u.test(path);
}

/**
 * Returns the folder whose list holds for a file: `main/vault/pages.ts` → `main/vault`, or a folder within it that has
 * a list of its own; `main/index.ts` → `main`.
 */
function folderOf(path) {
  const parts = path.split('/').slice(0, -1);
  for (let depth = parts.length; depth > 2; depth--) {
    const folder = parts.slice(0, depth).join('/');
    if (folder in MAY_IMPORT) return folder;
  }
  return parts.slice(0, 2).join('/');
}

function targetOf({ module, resolved, dependencyTypes }) {
  if (dependencyTypes.includes('core')) return 'node';
  if (isOurs(resolved)) return folderOf(resolved);
  if (resolved.startsWith('resources/')) return 'resources';
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
