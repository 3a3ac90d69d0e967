import { User } from '@lantern/db/models/user';
import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { failureOf } from '../../testing/test-services.ts';
import { MAX_VIEWS } from './schema.ts';

const { t, api } = await startAdminServices();
const { views, activity } = api.admin;
const paid = { list: 'orders', name: 'To pack', query: 'status=paid&range=today' } as const;

test('an admin keeps views of a list, by name, and other admins neither see nor change them', async () => {
  const { id } = await views.save(paid);
  await views.save({ list: 'orders', name: 'éclair', query: 'q=%C3%A9clair' });
  await views.save({ list: 'orders', name: 'Zebra', query: 'q=zebra' });
  await views.save({ list: 'users', name: 'To pack', query: 'role=admin' });
  expect((await views.list({ list: 'orders' })).map(({ name }) => name)).toEqual(['éclair', 'To pack', 'Zebra']);
  expect(await failureOf(views.save(paid))).toMatchObject({ code: 'CONFLICT', cause: { reason: 'name_taken' } });
  expect(await failureOf(views.save({ ...paid, id, name: 'Zebra' }))).toMatchObject({
    cause: { reason: 'name_taken' },
  });
  expect(await views.save({ ...paid, id, name: 'Pack' })).toEqual({ id, name: 'Pack', query: paid.query });

  const other = (await t.admin()).api.admin.views;
  expect(await other.list({ list: 'orders' })).toEqual([]);
  expect(await failureOf(other.save({ ...paid, id }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(other.remove({ id }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(views.save({ ...paid, id, list: 'users', query: 'role=admin' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test.each([
  ['nothing', ''],
  ['what the list does not read', 'status=paid&page=2'],
  ['another order', 'range=today&status=paid'],
  ['the same twice', 'status=paid&status=shipped'],
  ['characters that cannot be shown', 'q=%00'],
  ['more than fits', `q=${'a'.repeat(1500)}`],
])('a view of %s is refused', async (_, query) => {
  const failure = await failureOf(views.save({ list: 'orders', name: 'Refused', query }));
  expect(failure).toMatchObject({ code: 'BAD_REQUEST' });
});

test('each change can be undone, and a removed view comes back to whose it was', async () => {
  const undoLast = async (id: number) => {
    const [last] = (await activity.list({ entity: `view:${id}` })).items;
    expect(last?.undoable).toBe(true);
    await (await t.admin()).api.admin.activity.undo({ seq: last?.seq ?? 0 });
  };
  const ours = async () => (await views.list({ list: 'returns' })).map(({ name, query }) => `${name} ${query}`);
  const { id } = await views.save({ list: 'returns', name: 'Open', query: 'status=requested' });
  await views.save({ id, list: 'returns', name: 'Wait', query: 'status=accepted' });
  await undoLast(id);
  expect(await ours()).toEqual(['Open status=requested']);
  await views.remove({ id });
  await undoLast(id);
  expect(await ours()).toEqual(['Open status=requested']);
  await undoLast(id);
  expect(await ours()).toEqual([]);
});

test('twenty views of a list are enough, also from two tabs at once', async () => {
  const one = (n: number) => views.save({ list: 'mails', name: `View ${n}`, query: 'status=failed' });
  for (let n = 2; n <= MAX_VIEWS; n++) await one(n);
  const last = await Promise.allSettled([one(21), one(22)]);
  expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(one(23))).toMatchObject({ code: 'CONFLICT', cause: { reason: 'too_many_views' } });
  expect(await views.list({ list: 'mails' })).toHaveLength(MAX_VIEWS);
});

test('they are deleted with their user', async () => {
  const kept = (id = 0) => t.database.select('SELECT id FROM saved_views WHERE userId = :id', { id });
  const me = await api.auth.me();
  expect(await kept(me?.id)).not.toEqual([]);
  await t.database.transaction(() => User.destroy({ where: { id: me?.id ?? 0 } }));
  expect(await kept(me?.id)).toEqual([]);
});
