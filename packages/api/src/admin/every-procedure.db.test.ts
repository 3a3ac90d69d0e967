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
 * Goes through all that is under `admin`, also what will be added tomorrow: whoever adds a mutation
 * without a case of its own, or one that leaves no entry in the log, turns this red.
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

test('there is something to go through, and a case for every mutation', () => {
  expect(mutating.length).toBeGreaterThan(8);
  expect(Object.keys(mutations).sort()).toEqual([...mutating].sort());
});

test.each(mutating)('%s leaves one entry for each thing that it changes', async (path) => {
  const { change, actions } = await prepare(path);
  const { seq } = await activityHead();
  await change();
  const entries = await since(seq);
  expect(entries.map(({ action }) => action)).toEqual(actions);
  const things = new Set(entries.map(({ entityType, entityId }) => `${entityType} ${entityId}`));
  expect(things.size).toBe(entries.length);
  expect(entries.every(({ changes }) => changes.length > 0)).toBe(true);
});

test.each(mutating)('%s leaves none when it is rolled back at the last moment', async (path) => {
  const { change } = await prepare(path);
  const { seq } = await activityHead();
  vi.spyOn(TransactionScope.prototype, 'commit').mockRejectedValue(new Error('The line to the database broke.'));
  await expect(change()).rejects.toThrow();
  vi.restoreAllMocks();
  expect(await since(seq)).toEqual([]);
  expect((await activityHead()).seq).toBe(seq);
});

test('the same again changes nothing, so nothing is written', async () => {
  const { id } = await admin.categories.create({ name: 'Candles' });
  const { id: userId } = (await admin.users.list({ role: 'admin' })).items[0] ?? { id: 0 };
  await admin.users.update({ id: userId, name: 'Mira' });
  const { seq } = await activityHead();
  await admin.categories.update({ id, name: 'Candles' });
  await admin.users.update({ id: userId, name: 'Mira', role: 'admin', disabled: false });
  expect(await since(seq)).toEqual([]);
});

test('after all of it the chain is sound', async () => {
  expect(await verifyActivity()).toMatchObject({ ok: true });
});
