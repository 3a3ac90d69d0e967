import { proceduresUnder } from '@lantern/api/testing/procedures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, newCustomer, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore();
});
afterAll(() => t[Symbol.asyncDispose]());

const routes = [
  ...proceduresUnder('admin.')
    .filter(({ type }) => type !== 'subscription')
    .map(({ path, type }) => ({ path: `/trpc/${path}`, changes: type === 'mutation' })),
  { path: '/admin/activity.csv', changes: false },
  { path: '/admin/activity.jsonl', changes: false },
  { path: '/admin/mails/1.html', changes: false },
  { path: '/admin/mails/empty.html', changes: false },
  { path: '/admin/images', changes: true },
];

test('every admin procedure and route refuses guests and customers', async () => {
  const guest = t.client();
  const customer = t.client();
  await customer.mutate('auth.register', newCustomer());
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  for (const { path, changes } of routes) {
    const init = changes ? json : {};
    const statuses = [(await guest.send(path, init)).status, (await customer.send(path, init)).status];
    expect([path, ...statuses]).toEqual([path, 401, 403]);
  }
  // A stream reports an error as its first event.
  expect((await guest.send('/trpc/admin.activity.stream')).text).toContain('UNAUTHORIZED');
  expect((await customer.send('/trpc/admin.activity.stream')).text).toContain('FORBIDDEN');
});

test('the activity log is exported as a filtered file, with spreadsheet formulas escaped', async () => {
  const { email, api } = await t.admin();
  await api.admin.categories.create({ name: '=HYPERLINK("http://x")' });
  await api.admin.categories.create({ name: 'Plain' });
  const client = t.client();
  await client.mutate('auth.login', { email, password: 'correct horse' });
  const query = `?actor=${encodeURIComponent(email)}&action=category`;
  const csv = await client.send(`/admin/activity.csv${query}`);
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="activity-[\d-]{10}-UTC\.csv"$/);
  const lines = csv.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('Plain');
  expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"")"`);
  const jsonl = await client.send(`/admin/activity.jsonl${query}`);
  const entries = jsonl.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries).toMatchObject([{ entity: { label: 'Plain' } }, { actor: { email } }, { head: { seq: 2 } }]);
  expect((await client.send('/admin/activity.csv?from=yesterday')).status).toBe(400);
});
