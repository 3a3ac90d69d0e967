import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

/* The previews of a mail and of a page that are being written, over real HTTP. */

let t: HttpStore;
let admin: ReturnType<HttpStore['client']>;
beforeAll(async () => {
  t = await startHttpStore();
  const { email } = await t.admin();
  admin = t.client();
  await admin.mutate('auth.login', { email, password: 'correct horse' });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The longest text, of characters that an address would spell with twelve each. */
const long = { kind: 'welcome', subject: 'Hello', title: 'Hello', text: '𝒜'.repeat(2000) };

test('the longest words are sent in the body, and need no entry in the log', async () => {
  const { status, body } = await admin.mutate('admin.mail.previewText', long);
  expect(status).toBe(200);
  expect(body.result.data).toMatchObject({ subject: 'Hello', text: expect.stringContaining(long.text) });
  expect((await admin.query('admin.activity.list', {})).body.result.data.items).toEqual([]);
  const guest = await t.client().mutate('admin.mail.previewText', long);
  expect(guest.status).toBe(401);
});

test('the longest page that is being written is sent in the body, too', async () => {
  const { status, body } = await admin.mutate('admin.pages.preview', { markdown: '𝒜'.repeat(7500) });
  expect(status).toBe(200);
  expect(body.result.data.html).toBe(`<p>${'𝒜'.repeat(7500)}</p>\n`);
  expect((await t.client().mutate('admin.pages.preview', { markdown: '' })).status).toBe(401);
});

test('a page of another site cannot ask for a preview, nor any page for other queries in this way', async () => {
  const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
  const asked = { method: 'POST', headers, body: JSON.stringify(long) };
  expect((await admin.send('/trpc/admin.mail.previewText', asked)).status).toBe(403);
  expect((await admin.mutate('admin.mail.list', {})).status).toBe(405);
});

test('the page that a mail is written into has styles of its own, and no scripts', async () => {
  const { status, headers } = await admin.send('/admin/mails/empty.html');
  expect(status).toBe(200);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(policy).toMatch(/sandbox allow-same-origin$/);
  expect(policy).not.toContain('script');
});
