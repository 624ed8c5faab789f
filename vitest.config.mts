import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { OWN_MEMORY } from './tests/support/ownMemory';

/** Messages are in English whatever the machine speaks; programs that tests start inherit this. */
process.env.WITHHELD_LANGUAGE = 'en';
/** The transcriber's threads never wait busily, since other tests always have a use for the processor. */
process.env.GOMP_SPINCOUNT = '0';

/**
 * glibc gives what is freed back to the system in the processes that run tests (mallopt(3)). Whenever Node starts a
 * tool, the kernel copies the table of all memory that Node's own heap does not manage, and these start thousands.
 */
Object.assign(process.env, OWN_MEMORY);

const limits = { testTimeout: 480_000, hookTimeout: 480_000, expect: { poll: { timeout: 15_000 } } };

/** They test the passphrase, or open a project in two processes: keys are derived as they are for people. */
const SEALED = [
  'tests/integration/main/vault/processes.test.ts',
  'tests/integration/main/playback/preparePlayback.test.ts',
  'tests/e2e/**/*.test.ts',
];
/** What is played has to keep up with the clock, which other files on the machine do not wait for. */
const PLAYED = ['tests/integration/main/playback/preparePlayback.test.ts'];
/** They plant faults in modules or change the process, so each has a process of its own. */
const APART = [
  'tests/integration/main/electronCalls.test.ts',
  'tests/integration/main/verify/plantedExporterFaults.test.ts',
];
const keepMemory = 'tests/support/keepMemory.ts';
const setupFiles = [keepMemory, 'tests/support/cheapKeys.ts'];
const TOOLS = 'tests/support/forkTools/startForkServers.ts';

/** The order of the projects. The smallest files come last, so that all workers end at about the same time. */
const ORDER = ['apart', 'sealed', 'services', 'unit'];

/**
 * Runs the files of one project after those of another, the slow ones first. A worker that is not isolated goes on with
 * the next file only if that is of the same project.
 */
class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

// Where files are not isolated, a worker keeps what one file loaded (sources, word lists, the speech detector) for the
// next. Half a second of processor time for each file is saved so.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, ...limits } },
      {
        test: {
          name: 'services',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [...SEALED, ...APART],
          setupFiles,
          globalSetup: [TOOLS, 'tests/support/madeOnce.ts'],
          isolate: false,
          ...limits,
        },
      },
      { test: { name: 'apart', include: APART, setupFiles, globalSetup: [TOOLS], ...limits } },
      {
        test: {
          name: 'sealed',
          include: SEALED,
          exclude: PLAYED,
          setupFiles: [keepMemory],
          globalSetup: [TOOLS, 'tests/electron-shim/bundle.mjs', 'tests/e2e/desktop/prepareProjects.ts'],
          isolate: false,
          ...limits,
        },
      },
      {
        test: {
          name: 'played',
          include: PLAYED,
          setupFiles,
          globalSetup: [TOOLS],
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
    ],
    sequence: { sequencer: ProjectByProject },
    // Tests also wait: for tools, for what the window shows, for the sound's clock. Four keep two cores busy.
    maxWorkers: 4,
  },
});
