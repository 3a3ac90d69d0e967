import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
let client: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  t = await startHttpStore();
  const { email } = await t.admin();
  client = t.client();
  await client.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

const newest = async () => (await client.query('admin.activity.list', { limit: 1 })).body.result.data.items[0];
const rename = (id: number, name: string) => client.mutate('admin.categories.update', { id, name });

test('x-activity-seq is the log entry of the change in the same request, even with concurrent changes', async () => {
  const created = await client.mutate('admin.categories.create', { name: 'Lamps' });
  const { id } = created.body.result.data;
  // Creating an entity cannot be undone.
  expect(created.headers.get('x-activity-seq')).toBeNull();
  const { body } = await client.mutate('admin.categories.create', { name: 'Mugs' });
  const other = body.result.data.id;
  const [one, two] = await Promise.all([rename(id, 'Lights'), rename(other, 'Cups')]);
  for (const [answer, name] of [
    [one, 'Lights'],
    [two, 'Cups'],
  ] as const) {
    const seq = Number(answer.headers.get('x-activity-seq'));
    const { items } = (await client.query('admin.activity.list', { limit: 10 })).body.result.data;
    const entry = items.find((item: { seq: number }) => item.seq === seq);
    expect(entry).toMatchObject({
      undoable: true,
      changes: expect.arrayContaining([{ field: 'name', before: expect.any(String), after: name }]),
    });
  }
  const undone = await client.mutate('admin.activity.undo', { seq: Number(one.headers.get('x-activity-seq')) });
  expect(undone.body.result.data).toMatchObject({ ok: true });
  expect(await newest()).toMatchObject({ entity: { label: 'Lamps' }, action: 'category.undo' });
});

test('x-activity-seq of a reordering is the entry of the moved category, not of its siblings', async () => {
  const names = ['One', 'Two', 'Three'];
  const ids: number[] = [];
  for (const name of names) ids.push((await client.mutate('admin.categories.create', { name })).body.result.data.id);
  const answer = await client.mutate('admin.categories.update', { id: ids[2], position: 0 });
  const seq = Number(answer.headers.get('x-activity-seq'));
  const { items } = (await client.query('admin.activity.list', { limit: 20 })).body.result.data;
  expect(items.find((item: { seq: number }) => item.seq === seq)).toMatchObject({ entity: { label: 'Three' } });
});

test('responses without a change have no x-activity-seq', async () => {
  const { body } = await client.mutate('admin.categories.create', { name: 'Same' });
  expect((await rename(body.result.data.id, 'Same')).headers.get('x-activity-seq')).toBeNull();
  expect((await client.query('admin.categories.list')).headers.get('x-activity-seq')).toBeNull();
  expect(
    (await client.mutate('admin.categories.update', { id: 999_999, name: 'x' })).headers.get('x-activity-seq'),
  ).toBeNull();
});
