import { expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { migrations, migrationTools } from '../migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { SearchSynonym } from '../models/search-synonym.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { checkMigrations } from './check-migrations.ts';
import { newerThan, previousRelease } from './previous-release.ts';
import { releaseOf } from './release-of.ts';

const isMariadb = process.env.TEST_DATABASE === 'mariadb';

test('the previous release works with the schema of this one', async () => {
  const first = newerThan(previousRelease, migrations);
  const older = migrations.slice(0, migrations.length - first.length);
  expect(older.at(-1)?.name).toBe(previousRelease.migration);
  await using t = await openTestDatabase(async (database) => {
    const tools = migrationTools(database);
    for (const { up } of older) await database.transaction(() => up(tools));
  });
  expect(await checkMigrations(t.database, previousRelease, first)).toEqual([]);
});

let words = 0;
/** What any build does with the table of synonyms, here the one that plays the previous release. */
const useSynonyms = (database: Database) =>
  database.transaction(async () => {
    const synonym = await SearchSynonym.create({ words: `sofa, couch ${++words}` });
    await SearchSynonym.create({ words: `sofa, couch ${words}` });
    await SearchSynonym.create({ words: '' });
    expect((await synonym.reload()).words).toMatch(/^sofa, couch/);
    await SearchSynonym.destroy({ where: {} });
  });

const redefined = (definition: string) =>
  isMariadb
    ? `ALTER TABLE search_synonyms MODIFY words ${definition}`
    : `ALTER TABLE search_synonyms ALTER COLUMN words TO words ${definition}`;

interface Case {
  what: string;
  sql: string[];
  /** What the one sentence says. */
  refusal?: RegExp;
  /** Whether the embedded database lets it pass all the same. */
  isLenient?: boolean;
}

const refused: Case[] = [
  {
    what: 'drops a column',
    sql: ['ALTER TABLE search_synonyms DROP COLUMN words'],
    refusal:
      /^0999-next: search_synonyms\.words is gone, .*: keep it, retire it in this release .*, and drop it in the next\.$/,
  },
  {
    what: 'renames a column',
    sql: ['ALTER TABLE search_synonyms RENAME COLUMN words TO terms'],
    refusal: /search_synonyms\.words is gone, .* \(also if it gets another name\)/,
  },
  {
    what: 'adds a column that needs a value',
    // The embedded database has no other way to it than another table.
    sql: isMariadb
      ? ['ALTER TABLE search_synonyms ADD COLUMN kind VARCHAR(9) NOT NULL']
      : [
          'DROP TABLE search_synonyms',
          `CREATE TABLE search_synonyms (id INTEGER PRIMARY KEY, words VARCHAR(500) NOT NULL, kind VARCHAR(9) NOT NULL,
            createdAt DATETIME(3) NOT NULL, updatedAt DATETIME(3) NOT NULL)`,
        ],
    refusal:
      /search_synonyms\.kind needs a value, .*: let it be empty or give it a default now, and require it in the next/,
  },
  {
    what: 'adds a unique key',
    sql: ['CREATE UNIQUE INDEX ux_words ON search_synonyms (words)'],
    refusal:
      /search_synonyms \(words\) is unique now, .*: see to it in the code now, and add the key in the next release/,
  },
  {
    what: 'adds a check',
    sql: [redefined("VARCHAR(500) NOT NULL CHECK (words <> '')")],
    refusal:
      /search_synonyms has another CHECK of words, .*: write none but those that both know, and change the check in the/,
  },
  {
    what: 'narrows a type',
    sql: [redefined('VARCHAR(5) NOT NULL')],
    refusal:
      /search_synonyms\.words is varchar\(5\) and was varchar\(500\), .*: add a column of the new type now, and drop the/,
    isLenient: true,
  },
  {
    what: 'drops a table',
    sql: ['DROP TABLE search_synonyms'],
    refusal: /^0999-next: The table search_synonyms is gone, .*: keep it, and drop it in the next release\.$/,
  },
  {
    what: 'keeps rows from being deleted',
    sql: [
      'CREATE TABLE word_hits (id INTEGER PRIMARY KEY, synonymId INTEGER NOT NULL, FOREIGN KEY (synonymId) REFERENCES search_synonyms (id) ON DELETE RESTRICT)',
      `INSERT INTO search_synonyms (id, words, createdAt, updatedAt) VALUES (7, 'a, b', '2026-01-01', '2026-01-01')`,
      'INSERT INTO word_hits VALUES (1, 7)',
    ],
    refusal:
      /word_hits\.synonymId keeps rows of search_synonyms from being deleted, .*: let it follow with ON DELETE CASCADE/,
  },
];

const accepted: Case[] = [
  { what: 'adds a column that may be empty', sql: ['ALTER TABLE search_synonyms ADD COLUMN note VARCHAR(50) NULL'] },
  {
    what: 'adds a column with a default',
    sql: [
      "ALTER TABLE search_synonyms ADD COLUMN kind VARCHAR(9) NOT NULL DEFAULT 'both' CHECK (kind IN ('both', 'one'))",
    ],
  },
  {
    what: 'adds a column whose values are unique',
    sql: [
      'ALTER TABLE search_synonyms ADD COLUMN code VARCHAR(9) NULL',
      'CREATE UNIQUE INDEX ux_code ON search_synonyms (code)',
    ],
  },
  {
    what: 'adds a table whose rows follow',
    sql: [
      'CREATE TABLE word_hits (id INTEGER PRIMARY KEY, synonymId INTEGER NOT NULL UNIQUE, FOREIGN KEY (synonymId) REFERENCES search_synonyms (id) ON DELETE CASCADE)',
    ],
  },
  { what: 'adds an index', sql: ['CREATE INDEX ix_words ON search_synonyms (words)'] },
  { what: 'widens a type', sql: [redefined('VARCHAR(600) NOT NULL')] },
];

/** Runs the statements as a migration after all others; this build plays the previous release. */
async function check({ sql }: Pick<Case, 'sql'>, database: Database, more: Partial<Migration> = {}) {
  const next: Migration = {
    name: '0999-next',
    async up({ run }) {
      for (const statement of sql) await run(statement);
    },
    ...more,
  };
  return checkMigrations(database, releaseOf(database, migrations), [next]);
}

test.each(refused)('a migration that $what is refused, since the previous release fails', async (given) => {
  await using t = await openTestDatabase();
  await useSynonyms(t.database);
  expect(await check(given, t.database)).toContainEqual(expect.stringMatching(given.refusal ?? /^$/));
  if (given.isLenient && !isMariadb) return;
  await expect(useSynonyms(t.database)).rejects.toThrow();
});

test.each(accepted)('a migration that $what is accepted, since the previous release goes on', async (given) => {
  await using t = await openTestDatabase();
  expect(await check(given, t.database)).toEqual([]);
  await useSynonyms(t.database);
});

test('a column is dropped once the previous release has retired it', async () => {
  await using t = await openTestDatabase();
  const sql = ['ALTER TABLE search_synonyms ADD COLUMN note VARCHAR(50) NULL'];
  expect(await check({ sql }, t.database)).toEqual([]);
  // No model has it, as after a release that retires it.
  expect(await check({ sql: ['ALTER TABLE search_synonyms DROP COLUMN note'] }, t.database)).toEqual([]);
});

test('what is refused in vain is accepted with its reason, which must be about something', async () => {
  await using t = await openTestDatabase();
  const sql = ['CREATE UNIQUE INDEX ux_words ON search_synonyms (words)'];
  const harmless = {
    'UNIQUE search_synonyms (words)': 'The form has refused the same words since the release before.',
  };
  expect(await check({ sql }, t.database, { harmless })).toEqual([]);
  expect(await check({ sql: [] }, t.database, { harmless })).toEqual([
    '0999-next: UNIQUE search_synonyms (words) need not be called harmless.',
  ]);
});
