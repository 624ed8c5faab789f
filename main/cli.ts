#!/usr/bin/env -S node --max-semi-space-size=4
// The size is in megabytes. With Node's own choice, short-lived objects take 40 MB more and nothing is done sooner.
import { setFlagsFromString } from 'node:v8';
import { runCli } from './cli/runCli';
import { chooseLocale, localeOfEnvironment } from './system/chooseLocale';

/** Bytes of bytecode that a function runs through before it is optimised. */
const INTERRUPT_BUDGET_BYTES = 2_000_000;

// `npm run` starts programs in the package's folder, but people type paths from the folder they are in.
const typedIn = process.env.INIT_CWD;
if (process.env.npm_lifecycle_event && typedIn) process.chdir(typedIn);

// A command mostly takes a second or two. With V8's own budget, a third of that goes into optimising functions that are
// nearly done; a loop over samples is optimised a few milliseconds later.
setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET_BYTES}`);

chooseLocale(localeOfEnvironment());

// Only the person who runs this may read what is written, nobody else on the machine.
process.umask(0o077);

// A reader may close the pipe early (`| head`). That is no reason to stop in the middle of an export.
let isLost = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    isLost ||= code !== 'EPIPE';
  });
}

void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = isLost ? 1 : code;
});
