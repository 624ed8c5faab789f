import { defineConfig } from 'vitest/config';

const limits = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 15_000 } } };

/** Files that say how soon something ends: beside others they would say how busy the machine is. */
const TIMED = [
  'tests/e2e/desktop/shell.test.ts',
  'tests/e2e/resume.test.ts',
  'tests/integration/exportProject.test.ts',
  'tests/integration/heardAgain.test.ts',
  'tests/integration/ingestRefusals.test.ts',
  'tests/integration/nativeTranscriber.test.ts',
  'tests/integration/playback.test.ts',
  'tests/integration/runTool.test.ts',
  'tests/integration/transcribe.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      {
        test: {
          name: 'real tools',
          include: ['tests/{integration,e2e}/**/*.test.ts'],
          exclude: TIMED,
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      {
        test: {
          name: 'timed',
          include: TIMED,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
    ],
    maxWorkers: 2,
  },
});
