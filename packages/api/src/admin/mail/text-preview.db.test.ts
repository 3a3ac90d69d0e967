import { expect, test } from 'vitest';
import { queueMail } from '../../outbox/queue.ts';
import { startMailTexts } from '../../testing/mail-texts.ts';
import { sell } from '../../testing/sale.ts';

const { t, mail, words, german } = await startMailTexts();

test('a preview is in the language of the words', async () => {
  const { texts, kind } = await german('order_placed', { title: 'Danke für {orderNumber}' });
  const preview = await mail.previewText({ kind, ...texts.de, language: 'de' });
  expect(preview.subject).toMatch(/^Ihre Bestellung L-/);
  expect(preview.html).toContain('Danke für L-');
  const { text } = await mail.previewText({ ...(await words('welcome')), language: 'de' });
  expect(text).toContain('/de/');
});

test('a preview is of the newest mail of the kind, and without a link that works', async () => {
  const example = await mail.previewText({ ...(await words('order_placed')), title: 'Thanks for {orderNumber} <b>' });
  expect(example.subject).toBe('Your order L-10482');
  expect(example.html).toContain('Thanks for L-10482 &lt;b>');
  expect(example.text).toContain('followed by what this mail is about');
  const { number } = await sell(t);
  const real = await mail.previewText({ ...(await words('order_placed')), subject: 'Got {orderNumber}' });
  expect(real.subject).toBe(`Got ${number}`);
  expect(real.text).toContain('Delivery address:');
  expect(real.text).not.toMatch(/token=(?!example)/);
});

test('a preview of a private mail is made of an example', async () => {
  await t.database.transaction(() =>
    queueMail('welcome', { email: 'eve@example.com', language: 'en' }, { name: 'Eve', token: 'secret' }),
  );
  const { title, ...rest } = await words('welcome');
  const { text } = await mail.previewText({ ...rest, title: `${title}!` });
  expect(text).toMatch(/^Welcome, Ada Lovelace!/);
  expect(text).toContain('#token=example');
  expect(text).not.toMatch(/Eve|secret/);
});
