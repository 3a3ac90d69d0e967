import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { followersWaiting } from '../../testing/followers.ts';
import { entriesAfter } from '../../testing/log-entries.ts';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>;
let before = 0;
beforeAll(async () => {
  // Streams are then only checked when a user changes, never by the timer.
  t = await startTestServices({ streamCheckMs: 2 ** 30 });
  admin = await t.admin();
});
beforeEach(async () => {
  before = (await activityHead()).seq;
});
afterAll(() => t[Symbol.asyncDispose]());

const newEntries = () => entriesAfter(before);

/** A shopper with an account, logged in at two browsers. */
async function customer(name = 'Grace') {
  const browser = await t.shopper(name);
  const me = await browser.api.auth.me();
  if (!me) throw new Error('A logged-in shopper expected.');
  const second = t.browser();
  await second.api.auth.login({ email: me.email, password: 'correct horse' });
  return { ...me, api: browser.api, second: second.api };
}

test('users are found by the start of an email or any part of a name, ignoring case', async () => {
  const zoe = await customer('Zoe');
  await admin.api.admin.users.update({ id: zoe.id, name: 'Zoë O’Hara 100%', email: 'o_hara@example.com' });
  await customer('Zoltan');
  const found = async (q: string) => (await admin.api.admin.users.list({ q })).items.map(({ email }) => email);
  for (const q of ['o_h', 'O_HARA@EXAMPLE', 'o’hara', 'HARA', '0%', ' Zoë ']) {
    expect(await found(q)).toEqual(['o_hara@example.com']);
  }
  expect(await found('%')).toEqual(['o_hara@example.com']);
  for (const q of ['oxhara', 'hara@example.com', 'nobody']) expect(await found(q)).toEqual([]);
});

test('users are paged newest first and filtered by role and disabled', async () => {
  const disabled = await customer('Quiet');
  await admin.api.admin.users.update({ id: disabled.id, disabled: true });
  const list = admin.api.admin.users.list;
  expect((await list({ disabled: true })).items).toMatchObject([{ id: disabled.id, disabled: true, role: 'customer' }]);
  expect((await list({ role: 'admin' })).items).toMatchObject([{ email: admin.email, disabled: false, orderCount: 0 }]);
  const all = (await list({ limit: 100 })).items.map(({ id }) => id);
  const seen: number[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  expect(seen).toEqual(all);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});

test('a user’s detail has orders, spending, address, and sessions without their tokens', async () => {
  const user = await customer();
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 });
  const numbers: string[] = [];
  for (let n = 0; n < 3; n++) {
    await user.api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
    const checkout = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok' };
    const { order } = await user.api.checkout.place({ ...checkout, idempotencyKey: crypto.randomUUID() });
    numbers.push(order.number);
  }
  await user.api.account.updateShipping(address);
  await user.api.orders.cancel({ number: numbers[0] ?? '' });
  const refund = { number: numbers[1] ?? '', amountCents: 1000, idempotencyKey: crypto.randomUUID() };
  await admin.api.admin.orders.refund(refund);
  const page = await admin.api.admin.users.byId({ id: user.id });
  expect(page).toMatchObject({
    email: user.email,
    orderCount: 3,
    spentCents: 11_000,
    shippingAddress: { city: 'London' },
    recentOrders: [{ number: numbers[2] }, { number: numbers[1], status: 'paid' }, { status: 'cancelled' }],
  });
  expect(page.sessions).toHaveLength(2);
  const hashes = (await Session.findAll({ where: { userId: user.id } })).map(({ id }) => id);
  for (const hash of hashes) expect(JSON.stringify(page)).not.toContain(hash.slice(0, 12));
  expect(JSON.stringify(page)).not.toMatch(/argon|password/i);
  const { id = 0 } = (await admin.api.auth.me()) ?? {};
  expect((await admin.api.admin.users.byId({ id })).sessions).toMatchObject([{ current: true }]);
  expect(await failureOf(admin.api.admin.users.byId({ id: 2_000_000 }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('disabling ends every session at once, and enabling allows a new login', async () => {
  const user = await customer();
  expect(await admin.api.admin.users.update({ id: user.id, disabled: true })).toMatchObject({ disabled: true });
  expect(await user.api.auth.me()).toBeNull();
  expect(await failureOf(user.second.orders.list({}))).toMatchObject({ code: 'UNAUTHORIZED' });
  const login = () => user.second.auth.login({ email: user.email, password: 'correct horse' });
  expect(await failureOf(login())).toMatchObject({ cause: { reason: 'wrong_credentials' } });
  const [entry, ...more] = await newEntries();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ action: 'user.update', entityLabel: user.email });
  expect(entry?.changes).toEqual([
    { field: 'disabled', before: false, after: true },
    { field: 'sessions', before: 2, after: 0 },
  ]);
  await admin.api.admin.users.update({ id: user.id, disabled: false });
  expect(await user.api.auth.me()).toBeNull();
  await login();
  // Enabling an enabled user changes nothing.
  await admin.api.admin.users.update({ id: user.id, disabled: false });
  expect(await user.second.auth.me()).toMatchObject({ id: user.id });
});

test('a new role applies from the next request and keeps the session', async () => {
  const user = await customer();
  await admin.api.admin.users.update({ id: user.id, role: 'admin' });
  expect((await user.api.admin.users.list({})).items.length).toBeGreaterThan(0);
  await admin.api.admin.users.update({ id: user.id, role: 'customer' });
  expect(await failureOf(user.api.admin.users.list({}))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await user.api.auth.me()).toMatchObject({ role: 'customer' });
  expect((await newEntries()).map(({ changes }) => changes)).toEqual([
    [{ field: 'role', before: 'customer', after: 'admin' }],
    [{ field: 'role', before: 'admin', after: 'customer' }],
  ]);
});

test.each([
  ['a new role', (id: number) => admin.api.admin.users.update({ id, role: 'customer' })],
  ['disabling', (id: number) => admin.api.admin.users.update({ id, disabled: true })],
  ['ending the sessions', (id: number) => admin.api.admin.users.endSessions({ id })],
])('%s ends the user’s open streams at once', async (_, change) => {
  const watcher = await t.admin('Watcher');
  const { id } = await User.findOne({ where: { email: watcher.email }, rejectOnEmpty: true });
  const entries = await watcher.api.admin.activity.stream();
  const seen: unknown[] = [];
  const ended = (async () => {
    for await (const entry of entries) seen.push(entry);
  })();
  await followersWaiting(t.services, 1);
  await change(id);
  await ended;
  expect(seen.length).toBeLessThanOrEqual(1);
  expect(await failureOf(watcher.api.admin.users.list({}))).toMatchObject({
    code: expect.stringMatching(/UNAUTHORIZED|FORBIDDEN/),
  });
  await t.database.transaction(() => User.update({ role: 'customer' }, { where: { id } }));
});

test('ending sessions is one log entry, and none if there are no sessions', async () => {
  const user = await customer();
  expect(await admin.api.admin.users.endSessions({ id: user.id })).toEqual({ ended: 2 });
  expect(await admin.api.admin.users.endSessions({ id: user.id })).toEqual({ ended: 0 });
  expect(await user.api.auth.me()).toBeNull();
  expect(await newEntries()).toMatchObject([
    { action: 'user.end_sessions', changes: [{ field: 'sessions', before: 2, after: 0 }] },
  ]);
  expect(await failureOf(admin.api.admin.users.endSessions({ id: 2_000_000 }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('emails are normalized, and a taken one is refused with nothing changed', async () => {
  const user = await customer();
  const other = await customer('Other');
  const update = admin.api.admin.users.update;
  expect(await update({ id: user.id, email: '  NEW@Example.COM ' })).toMatchObject({ email: 'new@example.com' });
  expect(await failureOf(update({ id: user.id, name: 'Else', email: other.email.toUpperCase() }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'email_taken', fieldErrors: { email: [expect.any(String)] } },
  });
  expect(await failureOf(update({ id: user.id, email: 'nonsense' }))).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await User.findByPk(user.id, { raw: true })).toMatchObject({ name: 'Grace', email: 'new@example.com' });
  expect(await newEntries()).toHaveLength(1);
  expect(await failureOf(update({ id: 2_000_000, name: 'Nobody' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('the last admin cannot be demoted or disabled, not even by themselves', async () => {
  const { id = 0 } = (await admin.api.auth.me()) ?? {};
  const update = admin.api.admin.users.update;
  const refused = { code: 'CONFLICT', cause: { reason: 'last_admin' } };
  expect(await failureOf(update({ id, role: 'customer' }))).toMatchObject(refused);
  expect(await failureOf(update({ id, disabled: true }))).toMatchObject(refused);
  // A disabled admin does not count.
  const inactive = await t.admin('Inactive');
  const inactiveUser = await User.findOne({ where: { email: inactive.email }, rejectOnEmpty: true });
  await update({ id: inactiveUser.id, disabled: true });
  expect(await failureOf(update({ id, role: 'customer' }))).toMatchObject(refused);
  expect(await update({ id, name: 'Mira M.' })).toMatchObject({ name: 'Mira M.', role: 'admin' });
  await update({ id: inactiveUser.id, role: 'customer' });
  expect(await newEntries()).toHaveLength(3);
  expect(await admin.api.auth.me()).toMatchObject({ role: 'admin' });
});

test.each([
  ['demote', { role: 'customer' } as const],
  ['disable', { disabled: true }],
])('of admins who concurrently %s each other one remains', async (_, change) => {
  const me = await User.findOne({ where: { email: admin.email }, rejectOnEmpty: true });
  for (let round = 0; round < 5; round++) {
    const admins = await Promise.all([t.admin('Anna'), t.admin('Bo'), t.admin('Cleo')]);
    const ids = await Promise.all(
      admins.map(async ({ email }) => (await User.findOne({ where: { email }, rejectOnEmpty: true })).id),
    );
    // Without the test's admin, they are the only admins.
    await t.database.transaction(() => me.update({ role: 'customer' }));
    await Promise.allSettled(
      admins.flatMap(({ api }, n) =>
        ids.filter((_id, m) => m !== n).map((id) => api.admin.users.update({ id, ...change })),
      ),
    );
    expect(await User.count({ where: { role: 'admin', disabled: false } })).toBe(1);
    await t.database.transaction(() => me.update({ role: 'admin' }));
    await t.database.transaction(() => User.update({ role: 'customer' }, { where: { id: ids } }));
  }
});

test('users are for admins only', async () => {
  const { api } = await t.shopper();
  const { users } = api.admin;
  const calls = [
    () => users.list({}),
    () => users.byId({ id: 1 }),
    () => users.update({ id: 1, name: 'x' }),
    () => users.endSessions({ id: 1 }),
  ];
  for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failureOf(t.browser().api.admin.users.list({}))).toMatchObject({ code: 'UNAUTHORIZED' });
});
