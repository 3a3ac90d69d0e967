import { configDefaults, defineConfig } from 'vitest/config';

const databaseTests = '**/*.db.test.ts';
const exclude = [...configDefaults.exclude, '**/dist/**', '**/e2e/**'];

/** Everything that touches the database runs twice: on SQLite and on MariaDB. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, databaseTests],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [databaseTests],
          exclude,
          env: { TEST_DATABASE: 'sqlite' },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'mariadb',
          include: [databaseTests],
          exclude,
          env: { TEST_DATABASE: 'mariadb' },
          globalSetup: ['tests/mariadb.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
