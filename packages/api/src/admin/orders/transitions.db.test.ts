import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '../../shared/dates.ts';
import type { AdminApi } from '../../testing/admin-services.ts';
import { sell } from '../../testing/sale.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

let t: TestServices;
let admin: AdminApi['admin'];
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => t[Symbol.asyncDispose]());

const newest = async () => (await admin.activity.list({ limit: 1 })).items[0];
const key = () => crypto.randomUUID();

/** Changes the status; returns the number of the log entry. */
async function mark(number: string, status: 'shipped' | 'delivered'): Promise<number> {
  const { revertibleStatus } = await admin.orders.setStatus({ number, status });
  expect(revertibleStatus).toEqual({ seq: (await newest())?.seq, until: expect.any(String) });
  return revertibleStatus?.seq ?? 0;
}

test('a mistaken status change can be undone, and the customer sees the correction', async () => {
  const { number, api } = await sell(t);
  const shipped = await mark(number, 'shipped');
  expect(await newest()).toMatchObject({ action: 'order.set_status', undoable: true });
  const { seq } = await admin.activity.undo({ seq: shipped });
  expect(await newest()).toMatchObject({
    seq,
    action: 'order.undo',
    undoable: false,
    entity: { type: 'order', id: number },
    changes: [
      { field: 'status', before: 'shipped', after: 'paid' },
      { field: 'parcels.1.items', after: null },
    ],
  });
  const seen = await api.orders.byNumber({ number });
  expect(seen).toMatchObject({ status: 'paid', canCancel: true });
  expect(seen.timeline.map(({ status, withdrawn }) => [status, withdrawn])).toEqual([
    ['pending', null],
    ['paid', null],
    ['shipped', null],
    ['paid', 'shipped'],
  ]);
  expect(await admin.orders.byNumber({ number })).toMatchObject({
    transitions: ['shipped', 'cancelled', 'refunded'],
    revertibleStatus: null,
  });
  const again = await mark(number, 'shipped');
  await admin.orders.setNote({ number, internalNote: 'Sent on Monday.' });
  await admin.activity.undo({ seq: again });
  await mark(number, 'shipped');
  const delivered = await mark(number, 'delivered');
  await admin.activity.undo({ seq: delivered });
  expect((await api.orders.byNumber({ number })).status).toBe('shipped');
  expect(await admin.activity.verify()).toMatchObject({ ok: true });
});

test('a status change followed by another one or by a refund cannot be undone', async () => {
  const since = { code: 'CONFLICT', cause: { reason: 'changed_since' } };
  const { number } = await sell(t, { quantity: 2 });
  const first = await mark(number, 'shipped');
  await admin.activity.undo({ seq: first });
  const second = await mark(number, 'shipped');
  expect(await failureOf(admin.activity.undo({ seq: first }))).toMatchObject(since);
  const third = await mark(number, 'delivered');
  expect(await failureOf(admin.activity.undo({ seq: second }))).toMatchObject(since);
  await admin.orders.refund({ number, amountCents: 100, idempotencyKey: key() });
  expect(await failureOf(admin.activity.undo({ seq: third }))).toMatchObject({
    cause: { reason: 'changed_since', details: { field: 'payment.refundedCents' } },
  });
  expect(await admin.orders.byNumber({ number })).toMatchObject({ status: 'delivered', revertibleStatus: null });

  const cancelled = await sell(t);
  await admin.orders.setStatus({ number: cancelled.number, status: 'cancelled' });
  const { seq = 0, undoable } = (await newest()) ?? {};
  expect(undoable).toBe(false);
  expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject({ cause: { reason: 'not_undoable' } });
});

test('a status change cannot be undone after 15 minutes', async () => {
  const { number } = await sell(t);
  const seq = await mark(number, 'shipped');
  const { revertibleStatus } = await admin.orders.byNumber({ number });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(revertibleStatus?.until ?? '') - MINUTE_MS });
  expect((await newest())?.undoable).toBe(true);
  vi.setSystemTime(Date.now() + MINUTE_MS + 1);
  expect((await newest())?.undoable).toBe(false);
  expect((await admin.orders.byNumber({ number })).revertibleStatus).toBeNull();
  expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject({ cause: { reason: 'not_undoable' } });
  expect((await admin.orders.byNumber({ number })).status).toBe('shipped');
});

test('a status change from an outdated status is refused', async () => {
  const { number } = await sell(t);
  const change = { number, status: 'shipped', from: 'paid' } as const;
  const both = await Promise.allSettled([admin.orders.setStatus(change), admin.orders.setStatus(change)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(admin.orders.setStatus({ number, status: 'delivered', from: 'paid' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'changed_since', details: { field: 'status', expected: 'paid', status: 'shipped' } },
  });
  expect(await failureOf(admin.orders.setStatus({ number, status: 'shipped', from: 'shipped' }))).toMatchObject({
    cause: { reason: 'illegal_transition' },
  });
  expect((await admin.orders.setStatus({ number, status: 'delivered' })).status).toBe('delivered');
});

test('of a concurrent undo and next status change only one succeeds', async () => {
  for (let round = 0; round < 3; round++) {
    const { number } = await sell(t);
    const seq = await mark(number, 'shipped');
    const other = (await t.admin()).api.admin;
    const both = await Promise.allSettled([
      admin.activity.undo({ seq }),
      other.orders.setStatus({ number, status: 'delivered' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { status, timeline } = await admin.orders.byNumber({ number });
    expect(timeline.at(-1)?.status).toBe(status);
    expect(['paid', 'delivered']).toContain(status);
  }
});
