import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PostTransport } from '../outbox/post-transport.ts';
import { SmtpTransport } from '../outbox/smtp-transport.ts';
import type { MailTransport } from '../outbox/transport.ts';
import { sendMails } from '../outbox/worker.ts';
import { ago, DAY_MS } from '../shared/dates.ts';
import { newSigner } from '../testing/signer.ts';
import { openInbox, portOf } from '../testing/smtp-inbox.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { isSignedWith } from './head-signer.ts';
import { sendHead, viewAnchor } from './send-head.ts';
import { activityHead } from './service.ts';

const AUDITOR = 'auditor@example.com';
const WAIT = { timeout: 60_000, interval: 10 };
const signer = newSigner();

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
  await (await t.admin()).api.admin.categories.create({ name: 'Lamps' });
});
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(async () => {
  t.services.anchor = { recipient: AUDITOR, signer };
  await t.database.transaction(() => OutboxMail.destroy({ where: {} }));
});

/** Sends what is queued, until the end of the block. */
function work(transport: MailTransport): AsyncDisposable {
  const closing = new AbortController();
  const plan = { leaseMs: 60_000, pausesMs: [20, 20] };
  const working = sendMails(t.services, { transport, from: 'log@shop.example', plan, pollMs: 20 }, closing.signal);
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await working;
    },
  };
}

const heads = () => OutboxMail.findAll({ where: { kind: 'log_head' }, raw: true });

test('one head a day is queued, by however many servers', async () => {
  const queued = await Promise.all([1, 2, 3, 4].map(() => sendHead(t.services)));
  expect(queued.filter(Boolean)).toHaveLength(1);
  expect(await heads()).toHaveLength(1);
  await t.database.transaction(() => OutboxMail.update({ createdAt: ago(DAY_MS) }, { where: {}, silent: true }));
  expect([await sendHead(t.services), await sendHead(t.services)]).toEqual([true, false]);
});

test('without somebody who keeps it, the head stays in the store', async () => {
  t.services.anchor = { recipient: null, signer };
  expect(await sendHead(t.services)).toBe(false);
  expect(await viewAnchor(t.services)).toEqual({ isSent: false, fingerprint: signer.fingerprint, lastSent: null });
});

test('a mail brings the signed head, and the admin sees when it left', async () => {
  await using inbox = await openInbox();
  await using _ = work(new SmtpTransport(inbox.url));
  await sendHead(t.services);
  await vi.waitFor(async () => expect((await viewAnchor(t.services)).lastSent).not.toBeNull(), WAIT);
  const [mail] = inbox.to(AUDITOR);
  const [file] = mail?.attachments ?? [];
  const { seq, hash } = await activityHead();
  expect(mail?.subject).toBe('The activity log up to entry 1');
  expect(file).toMatchObject({ filename: `log-head-${seq}.json`, contentType: 'application/json' });
  const head = JSON.parse(String(file?.content));
  expect(head).toMatchObject({ seq, hash, shop: t.services.storeUrl });
  expect(isSignedWith(head, signer.publicKey)).toBe(true);
  expect(isSignedWith({ ...head, seq: seq + 1 }, signer.publicKey)).toBe(false);
  expect(isSignedWith(head, newSigner().publicKey)).toBe(false);
  const { api } = await t.admin();
  expect(await api.admin.activity.anchor()).toMatchObject({ isSent: true, lastSent: { seq, hash } });
});

test('a head is posted, again after a failure, and mails still leave as mails', async () => {
  const posted: { type: string | undefined; body: string }[] = [];
  const keeper = createServer(async (request, response) => {
    posted.push({ type: request.headers['content-type'], body: await text(request) });
    response.writeHead(posted.length === 1 ? 503 : 204).end();
  });
  await once(keeper.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${portOf(keeper.address())}/heads`;
  t.services.anchor = { recipient: url, signer: null };
  const mailed: string[] = [];
  const others = { send: async ({ to }: { to: string }) => void mailed.push(to), close: () => undefined };
  {
    await using _ = work(new PostTransport(url, others));
    await t.shopper();
    await sendHead(t.services);
    await vi.waitFor(async () => expect((await viewAnchor(t.services)).lastSent).not.toBeNull(), WAIT);
    await vi.waitFor(() => expect(mailed).toHaveLength(1), WAIT);
  }
  keeper.close();
  expect(posted.map(({ type }) => type)).toEqual(['application/json', 'application/json']);
  expect(posted[1]?.body).toBe(posted[0]?.body);
  expect(JSON.parse(posted[1]?.body ?? '')).toMatchObject({ ...(await activityHead()), signature: null });
});
