import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createServices, startServices } from '../../services.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

const drone = () => ({
  ...{ code: `drone-${crypto.randomUUID().slice(0, 8)}`, name: 'By drone', description: 'From above' },
  ...{ priceCents: 990, freeFromCents: 9900, minDays: 0, maxDays: 1, countries: ['NO', 'IS'], active: true },
});
const newest = async () => (await admin.activity.list({ limit: 1 })).items[0];

test('a migrated store offers what it did before; the other methods wait for an admin', async () => {
  const methods = await admin.delivery.list();
  expect(methods.map(({ code, active }) => [code, active])).toEqual([
    ['standard', true],
    ['express', false],
    ['pick-up', false],
  ]);
  expect(methods[0]).toMatchObject({ priceCents: 490, freeFromCents: 5000, minDays: 2, maxDays: 4, countries: null });
});

test('a new method is listed last, and its countries once each', async () => {
  const method = drone();
  await admin.delivery.save({ ...method, countries: ['no', 'IS', 'NO'] });
  expect((await admin.delivery.list()).at(-1)).toMatchObject({ ...method, countries: ['IS', 'NO'], version: 1 });
});

test('a change is logged field by field, and can be undone', async () => {
  const method = { ...drone(), countries: ['IS', 'NO'] };
  await admin.delivery.save(method);
  await admin.delivery.save({ ...method, priceCents: 890, countries: null, active: false });
  const entry = await newest();
  expect(entry).toMatchObject({ action: 'delivery_method.update', entity: { label: 'By drone' }, undoable: true });
  expect(entry?.changes).toEqual([
    { field: 'priceCents', before: 990, after: 890 },
    { field: 'countries', before: 'IS, NO', after: null },
    { field: 'active', before: true, after: false },
  ]);
  await admin.activity.undo({ seq: entry?.seq ?? 0 });
  expect((await admin.delivery.list()).at(-1)).toMatchObject(method);
});

test('a change to what someone else has changed meanwhile is refused', async () => {
  const method = drone();
  const { version } = await admin.delivery.save(method);
  await admin.delivery.save({ ...method, priceCents: 890, version });
  expect(await failureOf(admin.delivery.save({ ...method, priceCents: 790, version }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: 2 } },
  });
});

test('a method that is to be new does not take the place of one with its code', async () => {
  const method = drone();
  await admin.delivery.save({ ...method, version: 0 });
  expect(await failureOf(admin.delivery.save({ ...method, priceCents: 1, version: 0 }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: 1 } },
  });
});

test.each([
  ['priceCents', { priceCents: -1 }],
  ['priceCents', { priceCents: 4.9 }],
  ['maxDays', { minDays: 3, maxDays: 2 }],
  ['countries', { countries: [] }],
  ['countries.0', { countries: ['XX'] }],
  ['code', { code: 'By Drone' }],
])('an invalid %s is refused', async (_, invalid) => {
  expect(await failureOf(admin.delivery.save({ ...drone(), ...invalid }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('methods that two admins add at once get a place each', async () => {
  const methods = [drone(), drone(), drone()];
  await Promise.all(methods.map((method) => admin.delivery.save({ ...method, active: false })));
  const list = await admin.delivery.list();
  expect(methods.every(({ code }) => list.some((row) => row.code === code))).toBe(true);
});

test('another server offers a changed method', async () => {
  const other = createServices(t.database, t.services.log, { rateLimits: false });
  await using _running = await startServices(other);
  const method = { ...drone(), countries: null };
  await other.deliveryMethods.active();
  await admin.delivery.save(method);
  await vi.waitFor(async () => {
    expect((await other.deliveryMethods.active()).map(({ code }) => code)).toContain(method.code);
  });
});
