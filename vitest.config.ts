import { defineConfig } from 'vitest/config';

const NOT_SOURCE = ['**/node_modules/**', '**/out/**', '**/dist/**'];

// Every project runs in Electron's Node (scripts/run-tool.mjs), the only one that may load better-sqlite3.
export default defineConfig({
  test: {
    pool: 'forks',
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...NOT_SOURCE, '**/*.data.test.ts', '**/*.long.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Real files from ../shared/data, where that folder is present.
        test: {
          name: 'data',
          include: ['{shared,electron,renderer,scripts,bench}/**/*.data.test.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // What takes long: npm run test:long.
        test: {
          name: 'long',
          include: ['electron/**/*.long.test.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/specs/**/*.e2e.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Figures taken in the real window; printed, never judged by time.
        test: {
          name: 'measure',
          include: ['e2e/measure/**/*.measure.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Writes the guide's pictures and keyboard map: npm run guide.
        test: {
          name: 'guide',
          include: ['e2e/guide/**/*.guide.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'demo',
          include: ['e2e/demo/**/*.demo.ts'],
          exclude: NOT_SOURCE,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
