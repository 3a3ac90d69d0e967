import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { expect, test, vi } from 'vitest';
import { SmtpTransport } from '../outbox/smtp-transport.ts';
import { sendMails } from '../outbox/worker.ts';
import { mailRestockWishes } from '../restock/mail-wishes.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { mailedToken } from '../testing/mailed-token.ts';
import { type Inbox, openInbox } from '../testing/smtp-inbox.ts';
import { failureOf, stockProduct } from '../testing/test-services.ts';

/* In which language an account is written to about whatever is not an order. */

const { t, api } = await startAdminServices();
const password = 'correct horse';
const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** An account that was made on a page in this language. */
async function registered(language: string) {
  const [browser, email] = [t.browser(), newEmail()];
  await browser.in(language).auth.register({ name: 'Ada', email, password });
  return { email, page: (code: string) => browser.in(code), elsewhere: (code: string) => t.browser().in(code) };
}

async function languagesOf(...recipient: string[]) {
  const mails = await OutboxMail.findAll({ where: { recipient }, raw: true });
  return Object.fromEntries(mails.map(({ kind, language }) => [kind, language]));
}

/** Sends what waits to an SMTP server, until so many have come to these addresses. */
async function deliver(inbox: Inbox, recipients: string[], count: number): Promise<string[]> {
  const closing = new AbortController();
  const settings = { transport: new SmtpTransport(inbox.url), from: 'orders@shop.example', pollMs: 10 };
  const working = sendMails(t.services, settings, closing.signal);
  const subjects = () => recipients.flatMap((one) => inbox.to(one).map(({ subject }) => subject ?? ''));
  await vi.waitFor(() => expect(subjects()).toHaveLength(count), { timeout: 60_000, interval: 10 });
  closing.abort();
  await working;
  return subjects().sort();
}

test('an account made on a German page is written to in German, wherever it asks, by a real SMTP server', async () => {
  await using inbox = await openInbox();
  const { variantIds } = await stockProduct(t.services, { name: 'Cup', stock: 0 });
  const { email, page, elsewhere } = await registered('de');
  const changed = newEmail();
  await page('en').auth.resendVerification({});
  await elsewhere('en').auth.requestPasswordReset({ email });
  await page('en').restock.ask({ variantId: variantIds[0] ?? 0, email });
  await t.database.transaction(() => Variant.update({ stock: 1 }, { where: { id: variantIds } }));
  await mailRestockWishes(t.services);
  await page('en').account.changeEmail({ newEmail: changed, password });
  await elsewhere('en').auth.verifyEmail({ token: await mailedToken('email_change', changed) });
  expect(await deliver(inbox, [email, changed], 6)).toEqual(
    [
      'Willkommen bei Lantern',
      'Bestätigen Sie Ihre E-Mail-Adresse',
      'Neues Passwort wählen',
      'Cup ist wieder auf Lager',
      'Bestätigen Sie Ihre neue E-Mail-Adresse',
      'Ihre E-Mail-Adresse wurde geändert',
    ].sort(),
  );
  const german = inbox.to(email).filter(({ html }) => String(html).includes('<html lang="de">'));
  expect(german).toHaveLength(5);
});

test('whoever switches the language of the page is written to in that from then on', async () => {
  const { email, page, elsewhere } = await registered('de');
  expect(await page('de').account.email()).toMatchObject({ language: 'de' });
  await page('de').account.setLanguage({ language: 'en' });
  expect(await page('de').account.email()).toMatchObject({ language: 'en' });
  await elsewhere('de').auth.requestPasswordReset({ email });
  await page('de').auth.resendVerification({});
  expect(await languagesOf(email)).toEqual({ welcome: 'de', password_reset: 'en', email_verification: 'en' });
});

test('a login on a new device is told of in the account’s language, not in that of the page it was made on', async () => {
  const { email, elsewhere } = await registered('de');
  await elsewhere('en').auth.login({ email, password });
  expect(await languagesOf(email)).toMatchObject({ new_device: 'de' });
});

test('an account from before that was kept is written to in the language of the page', async () => {
  const { email, elsewhere } = await registered('en');
  await t.database.transaction(() => User.update({ language: null }, { where: { email } }));
  await elsewhere('de').auth.requestPasswordReset({ email });
  expect(await languagesOf(email)).toMatchObject({ password_reset: 'de' });
});

test('a wish is granted in the language that its account has by then; a guest’s stays that of the page', async () => {
  const { variantIds } = await stockProduct(t.services, { name: 'Bowl', stock: 0 });
  const variantId = variantIds[0] ?? 0;
  const [{ email, page }, guest] = [await registered('en'), newEmail()];
  await page('en').restock.ask({ variantId, email });
  await t.browser().in('de').restock.ask({ variantId, email: guest });
  await page('en').account.setLanguage({ language: 'de' });
  await t.database.transaction(() => Variant.update({ stock: 1 }, { where: { id: variantId } }));
  await mailRestockWishes(t.services);
  expect(await languagesOf(email)).toMatchObject({ back_in_stock: 'de' });
  expect(await languagesOf(guest)).toEqual({ back_in_stock: 'de' });
});

test('only languages of the store can be chosen, only by whoever is logged in, and the log has no entry', async () => {
  const { page, elsewhere } = await registered('en');
  expect(await failureOf(page('en').account.setLanguage({ language: 'fr' }))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { language: [expect.any(String)] } },
  });
  expect(await failureOf(elsewhere('en').account.setLanguage({ language: 'de' }))).toMatchObject({
    code: 'UNAUTHORIZED',
  });
  const { headSeq } = await api.admin.activity.list({ limit: 1 });
  await api.account.setLanguage({ language: 'de' });
  expect((await api.admin.activity.list({ limit: 1 })).headSeq).toBe(headSeq);
});
