import { defineConfig } from 'vitest/config';

/** Messages are in English whatever the machine speaks; programs that tests start inherit this. */
process.env.WITHHELD_LANGUAGE = 'en';

const limits = { testTimeout: 480_000, hookTimeout: 480_000, expect: { poll: { timeout: 15_000 } } };

/** They test the passphrase, or open a project in two processes: keys are derived as they are for people. */
const SEALED = [
  'tests/integration/main/vault/processes.test.ts',
  'tests/integration/main/playback/preparePlayback.test.ts',
  'tests/e2e/**/*.test.ts',
];
/** What is played has to keep up with the clock, which other files on the machine do not wait for. */
const PLAYED = ['tests/integration/main/playback/preparePlayback.test.ts'];
const setupFiles = ['tests/support/cheapKeys.ts'];
const TOOLS = 'tests/support/forkTools/startForkServers.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, ...limits } },
      {
        test: {
          name: 'services',
          include: ['tests/integration/**/*.test.ts'],
          exclude: SEALED,
          setupFiles,
          globalSetup: [TOOLS],
          ...limits,
        },
      },
      {
        test: {
          name: 'sealed',
          include: SEALED,
          exclude: PLAYED,
          globalSetup: [TOOLS, 'tests/electron-shim/bundle.mjs', 'tests/e2e/desktop/prepareProjects.ts'],
          ...limits,
        },
      },
      {
        test: {
          name: 'played',
          include: PLAYED,
          globalSetup: [TOOLS],
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
    ],
    // Tests also wait: for tools, for what the window shows, for the sound's clock. Three keep two cores busy.
    maxWorkers: 3,
  },
});
