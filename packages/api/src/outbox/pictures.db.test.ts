import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OrderItem } from '@lantern/db/models/order-item';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Variant } from '@lantern/db/models/variant';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MediaFolder } from '../images/store/media-folder.ts';
import { composeMail } from '../mail/compose.ts';
import { ownWording } from '../mail/templates.ts';
import { sell } from '../testing/sale.ts';
import { openInbox } from '../testing/smtp-inbox.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { languageOf } from '../words/language.ts';
import { SmtpTransport } from './smtp-transport.ts';
import { sendMails } from './worker.ts';

const mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
const PICTURE = '/media/uploads/abc-40x20-ff0000/192.webp';
const MISSING = '/media/uploads/def-40x20-ff0000/192.webp';
const language = languageOf('en');

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices({ media: new MediaFolder(mediaDir) });
  mkdirSync(join(mediaDir, 'uploads', 'abc-40x20-ff0000'), { recursive: true });
  await sharp({ create: { width: 40, height: 20, channels: 3, background: '#f00' } })
    .jpeg()
    .toFile(join(mediaDir, 'uploads', 'abc-40x20-ff0000', 'original.jpg'));
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  rmSync(mediaDir, { recursive: true, force: true });
});

/** The confirmation of an order whose line has this image. */
async function confirmationOf(imageUrl: string | null) {
  const { number } = await sell(t);
  await t.database.transaction(() => OrderItem.update({ imageUrl }, { where: { imageUrl: null } }));
  const mail = { kind: 'order_placed', data: { orderNumber: number } };
  return composeMail(mail, { words: ownWording(mail.kind, language), language }, t.services);
}

test('a line has a small square picture, which the mail brings along', async () => {
  const { html, text, pictures } = await confirmationOf(PICTURE);
  const [picture, ...more] = pictures;
  expect(more).toEqual([]);
  expect(html).toContain(`<img src="cid:${picture?.cid}" alt width="56" height="56"`);
  expect(text).not.toContain('cid:');
  expect(await sharp(picture?.content).metadata()).toMatchObject({ format: 'jpeg', width: 112, height: 112 });
  expect(picture?.content.length).toBeLessThan(8000);
});

test.each([[null], [MISSING], ['/media/uploads/../../secret/192.webp'], ['/media/old.webp']])(
  'a mail about something without a picture has none: %s',
  async (imageUrl) => {
    const { html, pictures } = await confirmationOf(imageUrl);
    expect(pictures).toEqual([]);
    expect(html).not.toContain('<img');
  },
);

test('what is back in stock is shown, until it is gone', async () => {
  const { variantId } = await sell(t);
  const variant = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  await t.database.transaction(() => variant.update({ imageUrl: PICTURE }));
  const about = { email: 'ada@example.com', name: 'Lamp', options: {}, slug: 'lamp' };
  const compose = (sku: string) =>
    composeMail(
      { kind: 'back_in_stock', data: { ...about, sku } },
      { words: ownWording('back_in_stock', language), language },
      t.services,
    );
  const { html, text, pictures } = await compose(variant.sku);
  expect(html).toContain(`<img src="cid:${pictures[0]?.cid}"`);
  expect(text).not.toMatch(/\n{3}/);
  expect((await compose('GONE')).pictures).toEqual([]);
});

test('mail programs and the preview show it in its place', async () => {
  await using inbox = await openInbox();
  const closing = new AbortController();
  const { number } = await sell(t);
  await t.database.transaction(() => OrderItem.update({ imageUrl: PICTURE }, { where: { imageUrl: null } }));
  const transport = new SmtpTransport(inbox.url);
  const working = sendMails(t.services, { transport, from: 'orders@shop.example', pollMs: 10 }, closing.signal);
  const sent = await vi.waitFor(() => {
    const mail = inbox.mails.find(({ text }) => text?.includes(number));
    if (!mail) throw new Error('It has not arrived.');
    return mail;
  }, 60_000);
  closing.abort();
  await working;
  expect(sent.attachments).toMatchObject([
    { contentType: 'image/jpeg', related: true, contentDisposition: 'inline' },
    { contentType: 'application/pdf', contentDisposition: 'attachment' },
  ]);
  // The parser puts related pictures in their place.
  expect(sent.html).toContain('<img src="data:image/jpeg;base64,');

  const { api } = await t.admin();
  const mail = (await OutboxMail.findAll()).find(({ data }) => data.orderNumber === number);
  const { html, attachments } = await api.admin.mail.preview({ id: mail?.id ?? 0 });
  expect(html).toContain('<img src="data:image/jpeg;base64,');
  expect(attachments).toHaveLength(1);
});
