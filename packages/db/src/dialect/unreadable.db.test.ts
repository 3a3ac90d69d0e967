import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutboxMail } from '../models/outbox-mail.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { failureKindOf } from './failure.ts';
import { isUnreadable } from './unreadable.ts';

/* A result whose first row cannot be read, and whose others come later: nobody may take those for what they have asked. */

const MAILS = 64;
const BYTES = 50_000;

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  const mail = { kind: 'test', recipient: 'ada@example.com', about: null, data: { filling: 'x'.repeat(BYTES) } };
  const rest = { status: 'queued', attempts: 0, nextAttemptAt: new Date(), language: 'en' } as const;
  await t.database.transaction(() =>
    OutboxMail.bulkCreate(Array.from({ length: MAILS }, () => ({ ...mail, ...rest }))),
  );
  const damage = "UPDATE outbox_mails SET data = CONCAT('{', data) WHERE id = (SELECT MIN(id) FROM outbox_mails)";
  const unchecked = t.database.dialect.name === 'mysql' ? 'SET STATEMENT check_constraint_checks = 0 FOR ' : '';
  await t.database.transaction(() => t.database.sequelize.query(unchecked + damage));
});
afterAll(() => t[Symbol.asyncDispose]());

/** It is the row's fault, and nobody's that could be tried again. */
const isOfTheRow = (error: unknown) => isUnreadable(error) && failureKindOf(error) === null;

const reads = {
  model: () => OutboxMail.findAll({ raw: true }),
  prepared: async () => (await t.database.execute('SELECT * FROM outbox_mails', [])).rows,
};

const one = async (n: number) => (await t.database.select<{ n: number }>(`SELECT ${n} AS n`, {}))[0]?.n;
const numbers = Array.from({ length: 30 }, (_, n) => n);

test.each(Object.entries(reads))('%s: it fails, and whatever is asked next is answered', async (_, read) => {
  for (let round = 0; round < 10; round += 1) {
    await expect(read()).rejects.toSatisfy(isOfTheRow);
    expect(await Promise.all(numbers.map(one))).toEqual(numbers);
  }
});

test.each(Object.entries(reads))('%s in a transaction: that fails, and the next ones do not', async (_, read) => {
  for (let round = 0; round < 10; round += 1) {
    const scope = t.database.transaction(async () => {
      await read();
    });
    await expect(scope).rejects.toSatisfy(isOfTheRow);
    const next = numbers.map((n) => t.database.transaction(() => one(n)));
    expect(await Promise.all(next)).toEqual(numbers);
  }
});

test('what a transaction asks at the same time is not answered with the rows of another question', async () => {
  for (let round = 0; round < 10; round += 1) {
    const answers = t.database.transaction(() => Promise.allSettled([reads.prepared(), one(1), one(2)]));
    const settled = await answers.catch(() => []);
    for (const [index, answer] of settled.entries()) {
      if (answer.status === 'fulfilled') expect(answer.value).toBe(index);
    }
  }
});
