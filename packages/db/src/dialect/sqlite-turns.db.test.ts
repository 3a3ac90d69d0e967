import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Category } from '../models/category.ts';
import { createCategory } from '../testing/category.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { TransactionScope } from '../transaction.ts';
import { libsqlDriver } from './libsql-driver.ts';

describe.runIf(process.env.TEST_DATABASE === 'sqlite')('transactions that queue on SQLite', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await openTestDatabase();
  });
  afterAll(() => t[Symbol.asyncDispose]());

  const slugs = async (prefix: string) =>
    (await Category.findAll({ order: ['id'], raw: true }))
      .map(({ slug }) => slug)
      .filter((slug) => slug.startsWith(prefix));
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  const commits = () =>
    vi.spyOn(libsqlDriver.Database.prototype, 'execute').mock.calls.filter(([sql]) => sql === 'COMMIT').length;

  test('are committed together, each seen by everyone once it has returned', async () => {
    const before = commits();
    const seen = await Promise.all(
      numbers.map(async (number) => {
        await t.database.transaction(() => createCategory(`together-${number}`));
        return (await slugs('together-')).includes(`together-${number}`);
      }),
    );
    expect(seen).toEqual(numbers.map(() => true));
    expect(await slugs('together-')).toEqual(numbers.map((number) => `together-${number}`));
    // At most sixteen at once, and fewer if they take long.
    expect(commits() - before).toBeLessThan(numbers.length / 2);
  });

  test('one by one are committed one by one', async () => {
    const before = commits();
    for (const number of [1, 2, 3]) await t.database.transaction(() => createCategory(`alone-${number}`));
    expect(commits() - before).toBe(3);
  });

  test('fail by themselves', async () => {
    const outcomes = await Promise.allSettled(
      numbers.map((number) =>
        t.database.transaction(async () => {
          await createCategory(`some-${number}`);
          if (number % 3 === 0) throw new Error('Never mind.');
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      numbers.map((number) => (number % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    expect(await slugs('some-')).toEqual(numbers.filter((number) => number % 3).map((number) => `some-${number}`));
  });

  test('fail only once everyone sees what they failed of', async () => {
    const seen = await Promise.all(
      numbers.map(async () => {
        const isFirst = await t.database.transaction(() => createCategory('same')).catch(() => null);
        return isFirst ? null : (await slugs('same')).length;
      }),
    );
    expect(seen.filter((count) => count !== null)).toEqual(numbers.slice(1).map(() => 1));
  });

  test.each(['ROLLBACK', 'COMMIT'])('are run again if a %s of another one has ended theirs', async (end) => {
    const attempts = numbers.map(() => 0);
    const outcomes = await Promise.allSettled(
      numbers.map((number, index) =>
        t.database.transaction(async () => {
          attempts[index] = (attempts[index] ?? 0) + 1;
          await createCategory(`again-${end}-${number}`);
          // As SQLite itself does when it finds no room in the middle of a statement.
          if (number === 5) {
            const connection = TransactionScope.current()?.connection;
            if (connection instanceof libsqlDriver.Database) connection.execute('ROLLBACK', []);
            if (end === 'ROLLBACK') throw new Error('The disk is full.');
          }
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      numbers.map((number) => (number === 5 ? 'rejected' : 'fulfilled')),
    );
    expect((await slugs(`again-${end}-`)).toSorted()).toEqual(
      numbers
        .filter((number) => number !== 5)
        .map((number) => `again-${end}-${number}`)
        .toSorted(),
    );
    expect(Math.max(...attempts)).toBe(2);
  });

  test('are run again if they cannot be committed', async () => {
    const { execute } = libsqlDriver.Database.prototype;
    let failures = 1;
    using _ = vi.spyOn(libsqlDriver.Database.prototype, 'execute').mockImplementation(function (
      this: InstanceType<typeof libsqlDriver.Database>,
      sql,
      values,
    ) {
      if (sql === 'COMMIT' && failures-- > 0)
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
      return execute.call(this, sql, values);
    });
    const outcomes = await Promise.allSettled(
      numbers.map((number) => t.database.transaction(() => createCategory(`io-${number}`))),
    );
    // The one that was to commit them hears of it; the others were not to blame.
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await slugs('io-')).toHaveLength(numbers.length - 1);
  });
});
