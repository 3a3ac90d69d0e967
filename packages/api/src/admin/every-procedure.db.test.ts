import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Op } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { activityHead } from '../activity/service.ts';
import { verifyActivity } from '../activity/verify.ts';
import type { AdminApi } from '../testing/admin-services.ts';
import { proceduresUnder } from '../testing/procedures.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { mutations } from './every-procedure.cases.ts';

/*
 * Covers every procedure under `admin`, including future ones: a mutation without a case, or one that leaves
 * no entry in the log, fails here.
 */

const procedures = proceduresUnder('admin.');
const mutating = procedures.filter(({ type }) => type === 'mutation').map(({ path }) => path);

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => void vi.restoreAllMocks());

async function prepare(path: string) {
  const make = mutations[path];
  if (!make) throw new Error(`Add a case for ${path} to every-procedure.cases.ts.`);
  return make(t, admin);
}

const since = (seq: number) => ActivityEntry.findAll({ where: { seq: { [Op.gt]: seq } }, order: ['seq'], raw: true });

test('every admin mutation has a case', () => {
  expect(mutating.length).toBeGreaterThan(8);
  expect(Object.keys(mutations).sort()).toEqual([...mutating].sort());
});

test.each(mutating)('%s logs one entry for each entity that it changes', async (path) => {
  const { change, actions } = await prepare(path);
  const { seq } = await activityHead();
  await change();
  const entries = await since(seq);
  expect(entries.map(({ action }) => action)).toEqual(actions);
  const entities = new Set(entries.map(({ entityType, entityId }) => `${entityType} ${entityId}`));
  expect(entities.size).toBe(entries.length);
  expect(entries.every(({ changes }) => changes.length > 0)).toBe(true);
});

test.each(mutating)('%s logs nothing when its commit fails', async (path) => {
  const { change } = await prepare(path);
  const { seq } = await activityHead();
  vi.spyOn(TransactionScope.prototype, 'commit').mockRejectedValue(new Error('Connection lost.'));
  await expect(change()).rejects.toThrow();
  vi.restoreAllMocks();
  expect(await since(seq)).toEqual([]);
  expect((await activityHead()).seq).toBe(seq);
});

test('an update without changes logs nothing', async () => {
  const { id } = await admin.categories.create({ name: 'Candles' });
  const { id: userId } = (await admin.users.list({ role: 'admin' })).items[0] ?? { id: 0 };
  await admin.users.update({ id: userId, name: 'Mira' });
  const { seq } = await activityHead();
  await admin.categories.update({ id, name: 'Candles' });
  await admin.users.update({ id: userId, name: 'Mira', role: 'admin', disabled: false });
  expect(await since(seq)).toEqual([]);
});

test('the log verifies after all mutations', async () => {
  expect(await verifyActivity()).toMatchObject({ ok: true });
});
