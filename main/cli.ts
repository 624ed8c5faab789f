#!/usr/bin/env node
import { runCli } from './cli/runCli';

// `npm run` starts programs in the package's folder; paths were typed in the folder the person is in.
const typedIn = process.env.INIT_CWD;
if (process.env.npm_lifecycle_event && typedIn) process.chdir(typedIn);

// Whatever is written must be for the person who runs this, and nobody else on the machine.
process.umask(0o077);

void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
