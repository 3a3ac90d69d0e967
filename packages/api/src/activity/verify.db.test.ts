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

/** Tampers with the log, verifies it, and restores it. */
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

test('an unaltered log verifies', async () => {
  expect(await verifyActivity()).toEqual({ ok: true, checked: ENTRIES, firstBroken: null });
});

test('concurrent verifications share the running pass and one following pass', async () => {
  const requests = Array.from({ length: 8 }, () => verifyInTurn());
  expect(new Set(requests).size).toBe(2);
  const verdicts = await Promise.all(requests);
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

test.each(forged)('a forged %s is detected in the first, a middle and the last entry', async (_column, values) => {
  for (const seq of [1, 5, ENTRIES]) {
    const verdict = await verdictAfter(() => ActivityEntry.update(values, { where: { seq } }));
    expect(verdict).toEqual({ ok: false, checked: seq - 1, firstBroken: seq });
  }
});

test('a change that cannot be read is detected in the first, a middle and the last entry', async () => {
  const unchecked = t.database.dialect.name === 'mysql' ? 'SET STATEMENT check_constraint_checks = 0 FOR ' : '';
  for (const seq of [1, 5, ENTRIES]) {
    const damage = `${unchecked}UPDATE activity_entries SET changes = '[' WHERE seq = ${seq}`;
    const verdict = await verdictAfter(() => t.database.sequelize.query(damage));
    expect(verdict).toEqual({ ok: false, checked: seq - 1, firstBroken: seq });
  }
});

test.each(['{}', 'null', '7', '[null]', '["name"]'])('%s in place of changes is detected', async (json) => {
  for (const seq of [1, 5, ENTRIES]) {
    const damage = `UPDATE activity_entries SET changes = '${json}' WHERE seq = ${seq}`;
    const verdict = await verdictAfter(() => t.database.sequelize.query(damage));
    expect(verdict).toEqual({ ok: false, checked: seq - 1, firstBroken: seq });
  }
});

test('text in place of a time is detected, where a database takes it', async () => {
  if (t.database.dialect.name === 'mysql') return;
  const damage = "UPDATE activity_entries SET at = 'yesterday' WHERE seq = 5";
  const verdict = await verdictAfter(() => t.database.sequelize.query(damage));
  expect(verdict).toEqual({ ok: false, checked: 4, firstBroken: 5 });
});

test('the forgery tests cover every column', () => {
  const columns = forged.map(([column]) => column);
  expect(Object.keys(ActivityEntry.getAttributes()).sort()).toEqual(['seq', ...columns].sort());
});

test('renumbered, deleted and swapped entries are detected', async () => {
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

test('truncation is detected by the recorded head, or by a copy of the head if that was altered, too', async () => {
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
