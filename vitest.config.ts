import { configDefaults, defineConfig } from 'vitest/config';

const databaseTests = '**/*.db.test.ts';
/** Where one database is enough: several servers need the one that is a server itself. */
const clusterTests = '**/*.cluster.test.ts';
/** Only for what hangs: a busy machine must not fail a test that would have passed. */
const testTimeout = 120_000;
const exclude = [...configDefaults.exclude, '**/dist/**', '**/e2e/**'];

/** One project a database. A file of it opens a shop of its own, and hashes at no cost. */
const onDatabase = (name: string, database: 'sqlite' | 'mariadb', include: string, isolate: boolean) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    exclude,
    isolate,
    env: { TEST_DATABASE: database },
    globalSetup: [`tests/${database}.setup.ts`],
    setupFiles: ['packages/api/src/testing/quick-hashes.ts'],
    testTimeout,
    hookTimeout: testTimeout,
  },
});

/**
 * Everything that touches the database runs twice: on SQLite and on MariaDB. Its files share what a process has
 * loaded, since each opens a shop of its own: loading it all anew was a quarter of the time.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, databaseTests, clusterTests],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      onDatabase('sqlite', 'sqlite', databaseTests, false),
      onDatabase('mariadb', 'mariadb', databaseTests, false),
      onDatabase('cluster', 'mariadb', clusterTests, true),
    ],
  },
});
