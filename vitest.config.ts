import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import type { VitestPluginContext } from 'vitest/node';
import { words } from './apps/web/build/words.ts';

const databaseTests = '**/*.db.test.ts';
/** Where one database is enough: several servers need the one that is a server itself. */
const clusterTests = '**/*.cluster.test.ts';
/** What puts other modules in the place of real ones must not be seen by other tests. */
const isolatedTests = '**/*.isolated.test.ts';
/** What starts whole servers and kills, freezes, fills or replaces them: minutes, in which little is computed and much awaited. */
const rehearsals = process.env.REHEARSALS || process.env.SOAK ? [] : ['**/*.rehearsal.*'];
/** Only for what hangs: a busy machine must not fail a test that would have passed. */
const testTimeout = process.env.SOAK ? 1_200_000 : 120_000;
/** As `npm test` runs it: see docs/decisions/067-short-form.md. */
const isShort = process.env.SHORT !== undefined;
/** Where the databases do things differently: money, stock, indexes and what is written by several at a time. */
const shortOnMariadb = [
  'packages/db/**/*.db.test.ts',
  'packages/api/src/{cart,checkout,payments,stock}/**/*.db.test.ts',
  'packages/api/src/admin/{orders/concurrency,plans}.db.test.ts',
  'apps/server/**/{contention,crash,fuzz}.db.test.ts',
];
const exclude = [...configDefaults.exclude, '**/dist/**', '**/e2e/**', ...rehearsals];
/** What takes too long for `npm test`, beside the long form of other tests (packages/db/src/testing/soak.ts). */
const soakTests = '**/*.soak.test.ts';
/** These need a build. */
const storeTests = 'tests/store/**';

/** One project a database. A file of it opens a store of its own, and hashes at no cost. */
const onDatabase = (name: string, database: 'sqlite' | 'mariadb', include: string[], isolate: boolean) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude,
    isolate,
    env: { TEST_DATABASE: database },
    globalSetup: [`tests/${database}.setup.ts`],
    setupFiles: ['packages/api/src/testing/quick-hashes.ts'],
    testTimeout,
    hookTimeout: testTimeout,
  },
});

/** Turbo runs several tasks at a time: each takes its share of the processors. */
const isTask = process.env.TURBO_HASH !== undefined;
const maxWorkers = isTask ? Math.ceil(availableParallelism() / 4) : undefined;

/** A task leaves its figures beside its package.json, for turbo to keep and scripts/test.mjs to read. */
const report = `${process.cwd()}/reports/${process.env.npm_lifecycle_event?.replace(':', '-')}.json`;

/** Vitest 4.1 reads what it has kept for a global setup as bytes, and ends when an error there asks for its source map. */
const setupsAreNotKept = {
  name: 'setups-are-not-kept',
  configureVitest({ experimental_defineCacheKeyGenerator: defineKey }: VitestPluginContext) {
    defineKey(({ environment }) => (environment.name === '__vitest__' ? false : undefined));
  },
};

/**
 * Everything that touches the database runs twice: on SQLite and on MariaDB. Files share what a process has
 * loaded, since each opens a store of its own: loading it again for each was a quarter of the time.
 */
export default defineConfig({
  plugins: [words(), setupsAreNotKept],
  test: {
    pool: 'forks',
    maxWorkers,
    reporters: isTask ? ['default', ['json', { outputFile: report }]] : ['default'],
    restoreMocks: true,
    tags: [{ name: 'long', description: 'takes over a second: not in the short form' }],
    // Its type has no such setting, which it reads all the same.
    ...(isShort && { tagsFilter: ['!long'] }),
    // Each task, and each project of it, reads the same sources: what one has compiled is half the work of the next.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, databaseTests, clusterTests, isolatedTests, soakTests, storeTests],
          isolate: false,
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      { extends: true, test: { name: 'isolated', include: [isolatedTests], exclude, testTimeout } },
      {
        extends: true,
        test: { name: 'store', include: [`${storeTests}/*.test.ts`], exclude, testTimeout, hookTimeout: testTimeout },
      },
      { extends: true, test: { name: 'soak', include: [soakTests], exclude, testTimeout, hookTimeout: testTimeout } },
      onDatabase('sqlite', 'sqlite', [databaseTests], false),
      onDatabase('mariadb', 'mariadb', isShort ? shortOnMariadb : [databaseTests], false),
      onDatabase('cluster', 'mariadb', [clusterTests], true),
    ],
  },
});
