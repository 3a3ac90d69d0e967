import { type Actor, actingAs } from '@lantern/db/activity/actor';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { ActivityHead } from '@lantern/db/models/activity-head';
import { Category } from '@lantern/db/models/category';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { activityHead } from './service.ts';
import { verifyActivity, verifyInTurn } from './verify.ts';

const actor: Actor = { id: 7, email: 'mira@example.com', requestId: 'r-1', ip: '10.0.0.1' };
const ENTRIES = 12;

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
  for (let n = 1; n <= ENTRIES; n++) {
    const row = {
      slug: `category-${n}`,
      name: `Category ${n} ☕`,
      parentId: null,
      position: n,
      accent: 1,
      imageUrl: null,
    };
    await actingAs(actor, () => t.database.transaction(() => Category.create(row)));
  }
});
afterAll(() => t[Symbol.asyncDispose]());

const entry = (seq: number) => ActivityEntry.findByPk(seq, { rejectOnEmpty: true });

/** Does something bad to the log, asks for the verdict, and puts everything back. */
async function verdictAfter(tampering: () => Promise<unknown>) {
  const entries = await ActivityEntry.findAll({ raw: true });
  const head = await activityHead();
  await t.database.transaction(tampering);
  const verdict = await verifyActivity();
  await t.database.transaction(async () => {
    await ActivityEntry.destroy({ where: {} });
    await ActivityEntry.bulkCreate(entries);
    await ActivityHead.update(head, { where: { id: 1 } });
  });
  return verdict;
}

test('an untouched log is sound', async () => {
  expect(await verifyActivity()).toEqual({ ok: true, checked: ENTRIES, firstBroken: null });
});

test('however many ask at once, one run goes on, and one more for all who came during it', async () => {
  const asked = Array.from({ length: 8 }, () => verifyInTurn());
  expect(new Set(asked).size).toBe(2);
  const verdicts = await Promise.all(asked);
  expect(new Set(verdicts.map(({ checked }) => checked))).toEqual(new Set([ENTRIES]));
});

const forged: [column: string, values: Partial<ActivityEntry['_creationAttributes']>][] = [
  ['at', { at: new Date(0) }],
  ['actorId', { actorId: 8 }],
  ['actorEmail', { actorEmail: 'jo@example.com' }],
  ['action', { action: 'category.update' }],
  ['entityType', { entityType: 'product' }],
  ['entityId', { entityId: '999' }],
  ['entityLabel', { entityLabel: 'Category' }],
  ['changes', { changes: [{ field: 'name', before: null, after: 'Forged' }] }],
  ['requestId', { requestId: null }],
  ['ip', { ip: '10.0.0.2' }],
  ['previousHash', { previousHash: 'f'.repeat(64) }],
  ['hash', { hash: 'f'.repeat(64) }],
];

test.each(forged)('a forged %s is named, in the first, a middle and the last entry', async (_column, values) => {
  for (const seq of [1, 5, ENTRIES]) {
    const verdict = await verdictAfter(() => ActivityEntry.update(values, { where: { seq } }));
    expect(verdict).toEqual({ ok: false, checked: seq - 1, firstBroken: seq });
  }
});

test('every column is among the forged ones, or the number itself', () => {
  const columns = forged.map(([column]) => column);
  expect(Object.keys(ActivityEntry.getAttributes()).sort()).toEqual(['seq', ...columns].sort());
});

test('a changed number, a deleted and a swapped entry are named', async () => {
  const renumber = (from: number, to: number) => ActivityEntry.update({ seq: to }, { where: { seq: from } });
  expect(await verdictAfter(() => renumber(ENTRIES, ENTRIES + 5))).toMatchObject({ firstBroken: ENTRIES });
  expect(await verdictAfter(() => renumber(6, -6))).toMatchObject({ ok: false, firstBroken: 1 });
  expect(await verdictAfter(async () => (await entry(4)).destroy())).toMatchObject({ firstBroken: 4 });
  const swap = async () => {
    await renumber(3, 1000);
    await renumber(8, 3);
    await renumber(1000, 8);
  };
  expect(await verdictAfter(swap)).toMatchObject({ ok: false, firstBroken: 3 });
});

test('cut off entries are missed: by the recorded end, and where that was cut too, by whoever kept it', async () => {
  expect(await verdictAfter(async () => (await entry(ENTRIES)).destroy())).toMatchObject({ firstBroken: ENTRIES });
  const kept = await activityHead();
  const { hash } = await entry(ENTRIES - 2);
  const verdict = await verdictAfter(async () => {
    await ActivityEntry.destroy({ where: { seq: [ENTRIES - 1, ENTRIES] } });
    await ActivityHead.update({ seq: ENTRIES - 2, hash }, { where: { id: 1 } });
    expect(await activityHead()).not.toEqual(kept);
  });
  expect(verdict).toMatchObject({ ok: true, checked: ENTRIES - 2 });
});
