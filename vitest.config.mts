import { defineConfig } from 'vitest/config';

const limits = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], ...limits } },
      {
        // One file after another: a recogniser and an encoder take every core there is.
        test: {
          name: 'real tools',
          include: ['tests/{integration,e2e}/**/*.test.ts'],
          fileParallelism: false,
          ...limits,
        },
      },
    ],
    maxWorkers: 2,
  },
});
