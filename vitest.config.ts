import { defineConfig } from 'vitest/config'

const seconds = (count: number) => count * 1000

const elsewhere = ['**/node_modules/**', 'dist/**']

/**
 * Three projects, from quick to slow. A file's name says where it belongs: `x.test.ts` needs nothing,
 * `x.pg.test.ts` a PostgreSQL, `e2e/x.test.ts` the whole house, mostly with a browser in front.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // What was compiled once is read again by the next run: kept by content, under node_modules.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.pg.test.ts', 'e2e/**'],
          // Nothing here mocks a module or changes what others see: files share a process, and what they import is read once.
          isolate: false,
          testTimeout: seconds(30),
          hookTimeout: seconds(120),
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['**/*.pg.test.ts'],
          exclude: elsewhere,
          // One server and one template for the run; each file clones it. Files share a process, as above.
          globalSetup: ['apps/testing/global-setup.ts'],
          isolate: false,
          testTimeout: seconds(60),
          hookTimeout: seconds(120),
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          exclude: elsewhere,
          // One whole house for all journeys, on a small synthetic country.
          globalSetup: ['e2e/global-setup.ts'],
          // Two browsers at once on two cores make each other late.
          fileParallelism: false,
          testTimeout: seconds(180),
          hookTimeout: seconds(300),
        },
      },
    ],
  },
})
