import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { booksOf } from '../../testing/order-books.ts';
import { returnOf } from '../../testing/returns.ts';
import { planOf, statementsOf } from '../../testing/statements.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin } = api;
const illegal = { code: 'CONFLICT', cause: { reason: 'illegal_transition' } };
const newest = async () => (await admin.activity.list({ limit: 1 })).items[0];

async function mailsOf(number: string): Promise<OutboxMail[]> {
  const mails = await OutboxMail.findAll({ order: ['id'], raw: true });
  return mails.filter(({ data }) => data.orderNumber === number && data.returnNumber !== undefined);
}

test('an accepted return is received, restocked and refunded in one step', async () => {
  const { number, variantId, returned, api: customer } = await returnOf(t, { admin, bought: 3, quantity: 2 });
  const { id } = returned;
  const accepted = await admin.returns.decide({ id, accept: true, note: 'Use the box.' });
  expect(accepted).toMatchObject({
    status: 'accepted',
    note: 'Use the box.',
    refundCents: 12_000,
    orderNumber: number,
  });
  const received = await admin.returns.receive({ id });
  expect(received).toMatchObject({ status: 'received', restocked: true, refundCents: null, refundableCents: 6000 });
  expect(await booksOf(number, variantId)).toEqual({
    order: 'delivered',
    payment: 'captured',
    refundedCents: 12_000,
    createdRefundCents: 12_000,
    pendingRefunds: 0,
    providerCents: 12_000,
    providerRefunds: 1,
    stock: 4,
  });
  const seen = await customer.orders.byNumber({ number });
  expect(seen.returns).toMatchObject([{ status: 'received', note: 'Use the box.', receivedAt: expect.any(String) }]);
  expect(seen.timeline.at(-1)).toMatchObject({ status: 'partially_refunded', amountCents: 12_000 });
  expect(seen).toMatchObject({ refunds: [{ amountCents: 12_000 }], documentsDue: true });
  expect(await mailsOf(number)).toMatchObject([{ kind: 'return_accepted' }]);
  const entries = (await admin.activity.list({ limit: 3 })).items;
  expect(entries.map(({ action, undoable }) => [action, undoable])).toEqual(
    expect.arrayContaining([
      ['return.receive', false],
      ['order.receive', false],
      ['return.decide', true],
    ]),
  );
  expect(await admin.activity.verify()).toMatchObject({ ok: true });
});

test('the return of all that is left makes the order refunded, and more than that is not refunded', async () => {
  const { number, variantId, returned } = await returnOf(t, { admin });
  await admin.returns.decide({ id: returned.id, accept: true });
  const tooMuch = failureOf(admin.returns.receive({ id: returned.id, refundCents: 6001 }));
  expect(await tooMuch).toMatchObject({ code: 'CONFLICT', cause: { reason: 'refund_too_large' } });
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 4, refundedCents: 0 });
  await admin.returns.receive({ id: returned.id, restock: false });
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'refunded', refundedCents: 6000, stock: 4 });
});

test('a return may be received without a refund', async () => {
  const { number, variantId, returned } = await returnOf(t, { admin });
  await admin.returns.decide({ id: returned.id, accept: true });
  await admin.returns.receive({ id: returned.id, refundCents: 0 });
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'delivered', createdRefundCents: 0, stock: 5 });
});

test('what was refunded otherwise is not refunded again', async () => {
  const { number, returned } = await returnOf(t, { admin, bought: 2, quantity: 2 });
  await admin.orders.refund({ number, amountCents: 7000, idempotencyKey: crypto.randomUUID() });
  const { refundCents } = await admin.returns.decide({ id: returned.id, accept: true });
  expect(refundCents).toBe(5000);
  await admin.returns.receive({ id: returned.id });
  expect(await admin.orders.byNumber({ number })).toMatchObject({ status: 'refunded', refundedCents: 12_000 });
});

test('a return is decided once, and received only once it is accepted', async () => {
  const { returned, number } = await returnOf(t, { admin });
  const { id } = returned;
  const decide = (accept: boolean) => admin.returns.decide({ id, accept });
  const receive = () => admin.returns.receive({ id });
  expect(await failureOf(receive())).toMatchObject(illegal);
  expect(await admin.returns.decide({ id, accept: false, note: 'It was used.' })).toMatchObject({ status: 'refused' });
  expect(await mailsOf(number)).toMatchObject([{ kind: 'return_refused', data: { note: 'It was used.' } }]);
  for (const step of [() => decide(true), () => decide(false), receive]) {
    expect(await failureOf(step())).toMatchObject(illegal);
  }
  const { id: other } = (await returnOf(t, { admin })).returned;
  await admin.returns.decide({ id: other, accept: true });
  await admin.returns.receive({ id: other });
  expect(await failureOf(admin.returns.receive({ id: other }))).toMatchObject(illegal);
  expect(await failureOf(admin.returns.decide({ id: other, accept: false }))).toMatchObject(illegal);
  const unknown = { id: 2_000_000, accept: true };
  expect(await failureOf(admin.returns.decide(unknown))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(admin.returns.receive({ id: unknown.id }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a decision can be undone until the return is received', async () => {
  const { returned } = await returnOf(t, { admin });
  const { id } = returned;
  await admin.returns.decide({ id, accept: false, note: 'It was used.' });
  const refused = await newest();
  expect(refused).toMatchObject({
    action: 'return.decide',
    entity: { type: 'return', label: returned.number },
    undoable: true,
    changes: [
      { field: 'status', before: 'requested', after: 'refused' },
      { field: 'note', before: null, after: 'It was used.' },
    ],
  });
  await admin.activity.undo({ seq: refused?.seq ?? 0 });
  const [again] = (await admin.returns.list({ limit: 100 })).items.filter((one) => one.id === id);
  expect(again).toMatchObject({ status: 'requested', note: null, decidedAt: null });
  expect(await newest()).toMatchObject({ action: 'return.undo', undoable: false });
  await admin.returns.decide({ id, accept: true });
  const accepted = await newest();
  await admin.returns.receive({ id });
  expect(await failureOf(admin.activity.undo({ seq: accepted?.seq ?? 0 }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'changed_since' },
  });
});

test('a mail about a decision that is undone is not sent, unless it was sent before', async () => {
  const { returned, number, ...sale } = await returnOf(t, { admin });
  const { returned: another, number: other } = await returnOf(t, { admin });
  await admin.returns.decide({ id: another.id, accept: true });
  const { id } = returned;
  const { email = '' } = (await sale.api.auth.me()) ?? {};
  const kinds = async () => (await mailsOf(number)).map(({ kind }) => kind);
  const undoLast = async () => admin.activity.undo({ seq: (await newest())?.seq ?? 0 });
  await admin.returns.decide({ id, accept: false, note: 'It was used.' });
  expect(await kinds()).toEqual(['return_refused']);
  expect(await undoLast()).toMatchObject({ mail: 'stopped' });
  expect(await kinds()).toEqual([]);
  await admin.returns.decide({ id, accept: true });
  const sent = { status: 'sent', attempts: 1 } as const;
  await t.database.transaction(() => OutboxMail.update(sent, { where: { recipient: email } }));
  expect(await undoLast()).toMatchObject({ mail: 'sent' });
  expect(await kinds()).toEqual(['return_accepted']);
  await admin.returns.decide({ id, accept: false });
  expect(await kinds()).toEqual(['return_accepted', 'return_refused']);
  expect(await undoLast()).toMatchObject({ mail: 'stopped' });
  await admin.returns.decide({ id, accept: false });
  expect(await mailsOf(other)).toMatchObject([{ kind: 'return_accepted', status: 'queued' }]);
});

test('two admins who receive a return at once refund and restock it once', async () => {
  const { api: other } = await t.admin('Noor');
  const { number, variantId, returned } = await returnOf(t, { admin, bought: 2 });
  const { id } = returned;
  await admin.returns.decide({ id, accept: true });
  const receivers = [admin, other.admin, admin, other.admin];
  const outcomes = await Promise.allSettled(receivers.map((one) => one.returns.receive({ id })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(illegal);
  expect(await booksOf(number, variantId)).toMatchObject({
    createdRefundCents: 6000,
    providerCents: 6000,
    providerRefunds: 1,
    stock: 4,
  });
});

test('requested returns are listed oldest first, all others newest first, in pages and by order', async () => {
  const first = await returnOf(t, { admin });
  const second = await returnOf(t, { admin });
  const ids = [first.returned.id, second.returned.id];
  const everyId = async (input: { status?: 'requested' }) => {
    const found: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await admin.returns.list({ ...input, cursor, limit: 1 });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return found;
  };
  expect(await everyId({ status: 'requested' })).toEqual(ids);
  expect((await everyId({})).slice(0, 2)).toEqual(ids.toReversed());
  const { items } = await admin.returns.list({ order: first.number });
  expect(items).toMatchObject([{ id: ids[0], customer: { name: 'Ada' }, refundCents: 6000, reason: 'Too bright.' }]);
  expect((await admin.returns.list({ order: 'L-00000000' })).items).toEqual([]);
});

test('the mails about a decision that is undone are read through an index', async () => {
  const { returned } = await returnOf(t, { admin });
  await admin.returns.decide({ id: returned.id, accept: true });
  const entry = await newest();
  const undo = () => admin.activity.undo({ seq: entry?.seq ?? 0 });
  const [sql = ''] = (await statementsOf(t.database, undo)).filter((one) => /^SELECT .*outbox_mails/.test(one));
  expect(await planOf(t.database, sql)).toMatch(/ix_outbox_mails_about/);
});
