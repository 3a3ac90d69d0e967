import { LocalFile } from '@lantern/db/local-file';
import { expect, test, vi } from 'vitest';
import { readPage } from './lists.ts';
import { createTables, EVERYTHING } from './tables.ts';

test.each([{}, { inStock: true }])('in another language, a list by name with %o is merged, not sorted', (filters) => {
  using file = LocalFile.open(':memory:');
  createTables(file);
  file.run('INSERT INTO category_totals VALUES (?, 100, 100)', EVERYTHING);
  const get = vi.spyOn(file, 'get');
  const page = { categoryId: EVERYTHING, language: 'de', sort: 'name', limit: 24 } as const;
  readPage(file, { ...page, ...filters, after: { key: 'lampe', id: 7 } });
  const [sql, ...values] = get.mock.lastCall ?? expect.fail('nothing was read');
  const plan = JSON.stringify(file.all(`EXPLAIN QUERY PLAN ${sql}`, ...values));
  expect(plan).toContain('MERGE (UNION ALL)');
  expect(plan).toContain('by_translated_name USING PRIMARY KEY (language=? AND categoryId=? AND (nameKey,id)>(?,?))');
  expect(plan).toContain('SEARCH n USING PRIMARY KEY (categoryId=? AND (nameKey,id)>(?,?))');
  expect(plan).not.toMatch(/temp b-tree/i);
});
