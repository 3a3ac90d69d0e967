import { User } from '@lantern/db/models/user';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

type Admin = Awaited<ReturnType<TestServices['admin']>>['api']['admin'];

let t: TestServices;
let admin: Admin;
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
afterAll(() => t[Symbol.asyncDispose]());

async function newCustomer() {
  const shopper = await t.shopper('Ada');
  const me = await shopper.api.auth.me();
  if (!me) throw new Error('A registered customer expected.');
  return { ...shopper, ...me };
}

async function update(input: Parameters<Admin['users']['update']>[0], as = admin): Promise<number> {
  await as.users.update(input);
  return (await activityHead()).seq;
}

test('name, email and role are restored', async () => {
  const { id, email } = await newCustomer();
  const seq = await update({ id, name: 'Grace', email: `grace-${email}`, role: 'admin' });
  const undone = await admin.activity.undo({ seq });
  expect(await admin.users.byId({ id })).toMatchObject({ name: 'Ada', email, role: 'customer' });
  expect((await admin.activity.list({ limit: 1 })).items).toMatchObject([
    { seq: undone.seq, action: 'user.undo', undoable: true },
  ]);
});

test('undoing a disable lets the user log in again, without their former sessions', async () => {
  const { id, email, api } = await newCustomer();
  const seq = await update({ id, disabled: true });
  const [entry] = (await admin.activity.list({ limit: 1 })).items;
  expect(entry?.undoable).toBe(true);
  expect(entry?.changes.map(({ field }) => field)).toEqual(['disabled', 'sessions']);
  await admin.activity.undo({ seq });
  expect(await api.auth.me()).toBeNull();
  expect(await api.auth.login({ email, password: 'correct horse' })).toMatchObject({ user: { id } });
});

test('an undo is refused for a taken email, the last admin, or a later change', async () => {
  const { id, email } = await newCustomer();
  const moved = await update({ id, email: `moved-${email}` });
  await t.browser().api.auth.register({ email, name: 'Other', password: 'correct horse' });
  expect(await failureOf(admin.activity.undo({ seq: moved }))).toMatchObject({ cause: { reason: 'email_taken' } });
  const promoted = await update({ id, role: 'admin' });
  await t.database.transaction(() => User.update({ disabled: true }, { where: { role: 'admin' } }));
  await t.database.transaction(() => User.update({ disabled: false }, { where: { id } }));
  const { api } = t.browser();
  await api.auth.login({ email: `moved-${email}`, password: 'correct horse' });
  expect(await failureOf(api.admin.activity.undo({ seq: promoted }))).toMatchObject({
    cause: { reason: 'last_admin' },
  });
  const named = await update({ id, name: 'Grace' }, api.admin);
  await api.admin.users.update({ id, name: 'Joan' });
  expect(await failureOf(api.admin.activity.undo({ seq: named }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'changed_since', details: { field: 'name' } },
  });
});

test('ending sessions cannot be undone', async () => {
  const { api } = await t.admin();
  const { id } = await newCustomer();
  await api.admin.users.endSessions({ id });
  const { seq } = await activityHead();
  expect((await api.admin.activity.list({ limit: 1 })).items).toMatchObject([{ seq, undoable: false }]);
  expect(await failureOf(api.admin.activity.undo({ seq }))).toMatchObject({ cause: { reason: 'not_undoable' } });
});
