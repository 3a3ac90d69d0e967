import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Order } from '@lantern/db/models/order';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { expect } from 'vitest';
import { verifyActivity } from '../activity/verify.ts';
import { checkBooks, repairBooks } from '../books/check-books.ts';
import type { Difference } from '../books/difference.ts';
import { issueDueInvoices } from '../invoices/issue.ts';
import { type AdminApi, startAdminServices } from './admin-services.ts';
import { guestCheckout } from './guest.ts';
import { type Sale, sell } from './sale.ts';
import { address, failureOf, stockProduct, type TestServices } from './test-services.ts';

/** The orders of a store whose books are damaged. */
type Which = 'paid' | 'guests' | 'customers' | 'cancelled' | 'failed';

type Mended = Difference & { isMended: boolean };

interface Books {
  t: TestServices;
  api: AdminApi;
  differences(): Promise<Difference[]>;
  /** Changes rows past the store, as a slip in a database client would; `@paid` stands for the id of that order. */
  damage(...statements: string[]): Promise<void>;
  /** Damages what the database itself would refuse: rows that others refer to, and text that is no JSON. */
  damageUnchecked(...statements: string[]): Promise<void>;
  /** Mends whatever is found, as the command does, and returns that. */
  mendAll(): Promise<Mended[]>;
  /** Expects that what was damaged is found as `check what`, mended, and logged by this action, if any. */
  expectMended(damage: string, seen: string, action: string | null): Promise<void>;
  /** Expects that it is found, with advice, and left as it is until it is `undone`. */
  expectAdvised(damage: string | string[], seen: string, undone: string | string[]): Promise<void>;
}

/**
 * For tests: a store that has sold, and whose documents are issued. A customer has bought for 120.00, got 5.00 of it back,
 * and saved two addresses; they and a guest have each bought a saw with a coupon; one order was cancelled, and one could
 * not be paid. Call it before the tests of a file.
 */
export async function startBooks(): Promise<Books> {
  const { t, api } = await startAdminServices();
  const paid = await sell(t, { quantity: 2 });
  await paid.api.account.addresses.save({ ...address, line1: '1 First Street' });
  await paid.api.account.addresses.save({ ...address, line1: '2 Second Street' });
  await failureOf(sell(t, { token: 'sim_declined' }));
  const failed = await Order.findOne({ where: { status: 'payment_failed' }, rejectOnEmpty: true });
  const cancelled = await sell(t);
  await cancelled.api.orders.cancel({ number: cancelled.number });
  await api.admin.orders.refund({ number: paid.number, amountCents: 500, idempotencyKey: crypto.randomUUID() });
  const above = await api.admin.categories.create({ name: 'Above' });
  const { variantIds } = await stockProduct(t.services, { name: 'Saw', priceCents: 6000, category: 'tools' });
  const { id: productId } = await Product.findOne({ where: { slug: 'saw' }, rejectOnEmpty: true });
  const german = { productId, language: 'de', name: 'Säge', tagline: null, description: null };
  await t.database.transaction(() => ProductText.create(german));
  const tools = (await api.admin.categories.list()).find(({ slug }) => slug === 'tools');
  await api.admin.categories.update({ id: tools?.id ?? 0, parentSlug: above.slug });
  await api.admin.promotions.create({ code: 'SPRING', kind: 'percent', value: 10, categorySlugs: [], active: true });
  const buySaw = async (shopper: Sale['api'], email?: string) => {
    await shopper.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
    await shopper.cart.applyCoupon({ code: 'SPRING' });
    const { totalCents: expectedTotalCents } = await shopper.cart.get();
    const { order } = await shopper.checkout.place({ ...guestCheckout('sim_ok', email), email, expectedTotalCents });
    return order.number;
  };
  const number = {
    ...{ paid: paid.number, cancelled: cancelled.number, failed: failed.number },
    ...{ guests: await buySaw(t.browser().api, 'ada@example.com'), customers: await buySaw(paid.api) },
  };
  await issueDueInvoices(t.services);
  return { t, api, ...damageTo(t, number) };
}

function damageTo(t: TestServices, number: Record<Which, string>): Omit<Books, 't' | 'api'> {
  /** MariaDB reads no table that it updates, so the id is looked up one level deeper. */
  const idOf = (which: Which) =>
    `(SELECT id FROM (SELECT id FROM orders WHERE number = ${t.database.quote(number[which])}) AS found)`;
  const named = (sql: string) =>
    sql.replace(/@(paid|guests|customers|cancelled|failed)/g, (_, which: Which) => idOf(which));
  const newest = () => ActivityEntry.findOne({ order: [['seq', 'DESC']], raw: true });
  const books: Omit<Books, 't' | 'api'> = {
    async damage(...statements) {
      for (const sql of statements) {
        await t.database.transaction(() => t.database.sequelize.query(named(sql)));
      }
    },
    async damageUnchecked(...statements) {
      const { dialect, sequelize } = t.database;
      if (dialect.name === 'mysql') {
        return books.damage(
          ...statements.map((sql) => `SET STATEMENT foreign_key_checks = 0, check_constraint_checks = 0 FOR ${sql}`),
        );
      }
      // SQLite changes this outside of transactions only.
      for (const sql of ['PRAGMA foreign_keys = OFF', 'BEGIN', ...statements, 'COMMIT', 'PRAGMA foreign_keys = ON']) {
        await sequelize.query(named(sql));
      }
    },
    async differences() {
      const found: Difference[] = [];
      for await (const difference of checkBooks(t.services)) found.push(difference);
      return found;
    },
    async mendAll() {
      const found: Mended[] = [];
      for await (const difference of checkBooks(t.services)) {
        found.push({ ...difference, isMended: await repairBooks(t.services, difference) });
      }
      return found;
    },
    async expectMended(damage, seen, action) {
      await books.damage(damage);
      const before = await newest();
      const mended = await books.mendAll();
      expect(mended.map(({ check, what }) => `${check} ${what}`)).toContain(seen);
      expect(mended.filter(({ isMended }) => !isMended)).toEqual([]);
      expect(await books.differences()).toEqual([]);
      const after = await newest();
      if (action === null) expect(after?.seq).toBe(before?.seq);
      else expect(after).toMatchObject({ action, actorId: null, actorEmail: 'system' });
      expect(await verifyActivity()).toMatchObject({ ok: true });
    },
    async expectAdvised(damage, seen, undone) {
      await books.damage(...[damage].flat());
      const found = await books.mendAll();
      expect(found.map(({ check, what }) => `${check} ${what}`)).toContain(seen);
      expect(found.filter(({ advice, isMended }) => isMended || !advice?.endsWith('.'))).toEqual([]);
      await books.damage(...[undone].flat());
      expect(await books.differences()).toEqual([]);
    },
  };
  return books;
}
