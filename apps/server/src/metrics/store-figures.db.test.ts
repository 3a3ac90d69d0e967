import { sell } from '@lantern/api/testing/sale';
import { planOf, statementsOf } from '@lantern/api/testing/statements';
import { startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import { Order } from '@lantern/db/models/order';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStoreFigures } from './store-figures.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const mail = (status: 'queued' | 'failed', nextAttemptAt: Date) => ({
  kind: 'welcome',
  recipient: 'ada@example.com',
  language: null,
  data: {},
  status,
  nextAttemptAt,
});

test('a store in which nothing waits has zeros', async () => {
  expect(await readStoreFigures(t)).toMatchObject({
    oldestPending: 0,
    queuedMails: 0,
    failedMails: 0,
    oldestMail: 0,
    overdueMail: 0,
    logSeq: 0,
  });
});

test('what waits is told with its age: a mail that is tried again later is old, but not overdue', async () => {
  const orders = [(await sell(t)).number, (await sell(t)).number];
  await t.database.transaction(async () => {
    for (const [n, minutes] of [3, 1].entries()) {
      const pending = { status: 'pending', placedAt: minutesAgo(minutes) } as const;
      await Order.update(pending, { where: { number: orders[n] } });
    }
    // Those about the orders.
    await OutboxMail.update({ status: 'sent' }, { where: {} });
    await OutboxMail.create(mail('failed', minutesAgo(60)));
    await OutboxMail.create(mail('queued', minutesAgo(-30)));
    await t.database.sequelize.query('UPDATE outbox_mails SET createdAt = :at', {
      replacements: { at: minutesAgo(90) },
    });
    await OutboxMail.create(mail('queued', minutesAgo(2)));
  });
  const figures = await readStoreFigures(t);
  expect(figures).toMatchObject({ queuedMails: 2, failedMails: 1 });
  expect(figures.orders.get('pending')).toBe(2);
  expect(figures.orders.get('paid')).toBe(0);
  const isAbout = (seconds: number, minutes: number) => {
    expect(seconds).toBeGreaterThanOrEqual(60 * minutes);
    expect(seconds).toBeLessThan(60 * minutes + 55);
  };
  isAbout(figures.oldestPending, 3);
  isAbout(figures.oldestMail, 90);
  isAbout(figures.overdueMail, 2);
});

test('each statement goes by an index, and reads no row of a table but the first', async () => {
  const statements = await statementsOf(t.database, () => readStoreFigures(t));
  expect(statements).toHaveLength(5);
  for (const sql of statements) {
    const plan = await planOf(t.database, sql);
    expect(plan, sql).not.toMatch(
      /"table":"(?:orders|outbox_mails)","type":"(?:ALL|index)"|SCAN (?:orders|outbox_mails)|TEMP B-TREE|filesort/,
    );
    if (sql.includes('UNION'))
      expect(plan).toMatch(t.database.dialect.name === 'mysql' ? /Using index/ : /COVERING INDEX/);
  }
});
