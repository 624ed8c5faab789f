/**
 * `npm run bench [-- NAME …]` measures how long the work takes, as ratios to the bare tools in the same run, since
 * seconds mean little on another machine. It also measures
 * - for the window: how long a person waits;
 * - for speech without words: how much of it is found;
 * - for skipped pauses: how much of what is said goes with them;
 * - for words that are laid on a recording: how far they are from where they are said;
 * - for speakers: how much of what is said is given to the right one;
 * - for the hearing of exports: how often it is wrong;
 * - for names: the seconds that looking for them takes on one processor, and the questions that are left when all are
 * accepted.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { align } from './align';
import type { Bench } from './Bench';
import { exportAudio } from './exportAudio';
import { exportVideo } from './exportVideo';
import { hearing } from './hearing';
import { importMedia } from './importMedia';
import { names } from './names';
import { questions } from './questions';
import { skippedPauses } from './pauses';
import { parakeet } from './parakeet';
import { printTable, type Row } from './Row';
import { whoSpeaks } from './speakers';
import { speechHoles } from './speech';
import { transcribe } from './transcribe';
import { desktopWindow } from './window';

const BENCHES: Record<string, Bench> = {
  transcribe,
  parakeet,
  align,
  export: exportAudio,
  video: exportVideo,
  import: importMedia,
  speech: speechHoles,
  pauses: skippedPauses,
  speakers: whoSpeaks,
  window: desktopWindow,
  hearing,
  names,
  questions,
};
const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')} …] [--seconds N] [--rounds N] [--threads N] [--beam N] [--large]
  --seconds  length of the sound that is transcribed (240)
  --rounds   how many times each program runs (3)
  --threads  for the recognisers (the processors, at most 4)
  --beam     for the recognisers (5, the default of both)
  --large    import 4 GiB as well`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '240' },
      rounds: { type: 'string', default: '3' },
      threads: { type: 'string', default: String(Math.min(4, availableParallelism())) },
      beam: { type: 'string', default: '5' },
      large: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const chosen = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  const benches = chosen.map((name) => {
    const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
    if (!bench) throw new Error(`There is no bench called ${name}.\n${USAGE}`);
    return bench;
  });
  const count = (name: 'seconds' | 'rounds' | 'threads' | 'beam') => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 up.`);
    return number;
  };
  const options = {
    rounds: count('rounds'),
    seconds: count('seconds'),
    threads: count('threads'),
    beam: count('beam'),
    large: values.large,
    say: (line: string) => process.stderr.write(`${line}\n`),
  };
  const busy = loadavg()[0] ?? 0;
  const rows: Row[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'withheld-bench-'));
  try {
    for (const bench of benches) rows.push(...(await bench({ folder, ...options })));
  } finally {
    await rm(folder, { recursive: true, force: true });
    printTable(rows);
  }
  if (busy > 0.5)
    console.log(`The machine was busy when this began (load ${busy.toFixed(1)}): do not trust it.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
