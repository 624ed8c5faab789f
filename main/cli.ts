#!/usr/bin/env -S node --max-semi-space-size=4
// Megabytes: with Node's own choice short-lived objects take 40 MB more, and nothing is done sooner.
import { runCli } from './cli/runCli';
import { chooseLocale, localeOfEnvironment } from './system/chooseLocale';

// `npm run` starts programs in the package's folder; paths were typed in the folder the person is in.
const typedIn = process.env.INIT_CWD;
if (process.env.npm_lifecycle_event && typedIn) process.chdir(typedIn);

chooseLocale(localeOfEnvironment());

// Whatever is written must be for the person who runs this, and nobody else on the machine.
process.umask(0o077);

// Whoever reads along may have had enough (`| head`): no reason to stop in the middle of an export.
let isLost = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    isLost ||= code !== 'EPIPE';
  });
}

void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = isLost ? 1 : code;
});
