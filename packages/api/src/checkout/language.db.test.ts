import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { Variant } from '@lantern/db/models/variant';
import { expect, test } from 'vitest';
import { issueDueInvoices } from '../invoices/issue.ts';
import { mailRestockWishes } from '../restock/mail-wishes.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { guestCheckout, guestWith } from '../testing/guest.ts';
import { mailedToken } from '../testing/mailed-token.ts';
import { stockProduct } from '../testing/test-services.ts';

/* What is bought or asked for on a German page is answered in German. */

const { t, api } = await startAdminServices();
const { mail, orders } = api.admin;

const newEmail = () => `${crypto.randomUUID()}@example.com`;
const password = 'correct horse';

/** The mails to an address as admins read them, oldest first. */
async function mailsTo(recipient: string) {
  const { items } = await mail.list({ recipient });
  return Promise.all(items.toReversed().map(({ id }) => mail.preview({ id })));
}

/** The languages of the mails to an address by their kinds. */
async function languagesOf(recipient: string) {
  const mails = await OutboxMail.findAll({ where: { recipient }, raw: true });
  return Object.fromEntries(mails.map(({ kind, language }) => [kind, language]));
}

test('an order on a German page is confirmed, shipped and refunded in German', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Teapot', priceCents: 6000 });
  const guest = await guestWith(t, variantIds[0] ?? 0);
  const input = guestCheckout();
  const { number } = (await guest.in('de').checkout.place(input)).order;
  await orders.setStatus({ number, status: 'shipped' });
  await orders.refund({ number, amountCents: 1000, idempotencyKey: crypto.randomUUID() });
  await issueDueInvoices(t.services);

  const mails = await mailsTo(input.email);
  expect(mails.map(({ subject }) => subject)).toEqual([
    `Ihre Bestellung ${number}`,
    `Ihre Bestellung ${number} ist unterwegs`,
    `Erstattung von 10,00 € für Bestellung ${number}`,
  ]);
  for (const { html, text } of mails) {
    expect(html).toContain('<html lang="de">');
    expect(text).toContain(`/de/orders/${number}#token=`);
  }
  expect(mails.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
    expect.stringMatching(/^rechnung-[\d-]+\.pdf$/),
    expect.stringMatching(/^gutschrift-[\d-]+\.pdf$/),
  ]);
  expect(mails[0]?.text).toMatch(/Rechnung [\d-]+ ist als PDF angehängt\./);
});

test('a mail that is tried or sent again keeps its language', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 });
  const input = guestCheckout();
  const { number } = (await (await guestWith(t, variantIds[0] ?? 0)).in('de').checkout.place(input)).order;
  const [placed] = await mailsTo(input.email);
  const id = placed?.id ?? 0;
  for (const status of ['failed', 'sent'] as const) {
    await t.database.transaction(() => OutboxMail.update({ status }, { where: { id } }));
    expect((await mail.resend({ id })).subject).toBe(`Ihre Bestellung ${number}`);
  }
});

test("a customer's order in English stays English, whatever the page on which they registered", async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Vase', priceCents: 6000 });
  const [browser, email] = [t.browser(), newEmail()];
  await browser.in('de').auth.register({ name: 'Ada', email, password });
  await browser.api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const { email: _, ...input } = guestCheckout();
  await browser.api.checkout.place(input);
  expect(await languagesOf(email)).toEqual({ welcome: 'de', order_placed: 'en' });
});

test('links for accounts are mailed in the language of the page that asks for them', async () => {
  const [browser, email, changed] = [t.browser(), newEmail(), newEmail()];
  const page = browser.in('de');
  await page.auth.register({ name: 'Ada', email, password });
  await page.auth.resendVerification({});
  await page.auth.requestPasswordReset({ email });
  await page.account.changeEmail({ newEmail: changed, password });
  await page.auth.verifyEmail({ token: await mailedToken('email_change', changed) });
  expect({ ...(await languagesOf(email)), ...(await languagesOf(changed)) }).toEqual({
    welcome: 'de',
    email_verification: 'de',
    password_reset: 'de',
    email_change: 'de',
    email_changed: 'de',
  });
});

test('who waits for something on a German page hears of it in German, under its German name', async () => {
  const { variantIds, slug } = await stockProduct(t.services, { name: 'Cup', stock: 0 });
  const variantId = variantIds[0] ?? 0;
  const { id: productId } = await Product.findOne({ where: { slug }, rejectOnEmpty: true });
  await t.database.transaction(() => ProductText.create({ productId, language: 'de', name: 'Tasse' }));
  const [german, english] = [newEmail(), newEmail()];
  await t.browser().in('de').restock.ask({ variantId, email: german });
  await t.browser().api.restock.ask({ variantId, email: english });
  await t.database.transaction(() => Variant.update({ stock: 1 }, { where: { id: variantId } }));
  await mailRestockWishes(t.services);
  const [toGerman] = await mailsTo(german);
  expect(toGerman?.subject).toMatch(/Tasse.* ist wieder auf Lager/);
  expect(toGerman?.text).toContain('/de/p/cup?sku=');
  expect((await mailsTo(english))[0]?.subject).toMatch(/Cup.* is back in stock/);
});

test("an admin's own words in the store's first language are for no mail in another", async () => {
  await mail.saveText({ kind: 'email_changed', subject: 'Moved', title: 'Moved', text: 'To {newEmail}.' });
  const subjects = [];
  for (const language of ['en', 'de']) {
    const [browser, email, changed] = [t.browser(), newEmail(), newEmail()];
    await browser.in(language).auth.register({ name: 'Ada', email, password });
    await browser.in(language).account.changeEmail({ newEmail: changed, password });
    await browser.in(language).auth.verifyEmail({ token: await mailedToken('email_change', changed) });
    subjects.push((await mailsTo(email)).at(-1)?.subject);
  }
  expect(subjects).toEqual(['Moved', 'Ihre E-Mail-Adresse wurde geändert']);
});
