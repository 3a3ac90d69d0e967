import { expect, test } from 'vitest';
import { startMailTexts } from '../../testing/mail-texts.ts';
import { failureOf } from '../../testing/test-services.ts';

const { mail, activity, textOf, words, german, newest } = await startMailTexts();

test('words are of a language, and stay the store’s own in others and where nothing was written', async () => {
  const store = await textOf('order_cancelled');
  const saved = await mail.saveText(await german('order_cancelled', { subject: 'Storniert: {orderNumber}' }));
  expect(saved).toMatchObject({ subject: store.subject, isOwn: false, version: 1 });
  expect(saved.texts.de).toMatchObject({
    subject: 'Storniert: {orderNumber}',
    title: 'Ihre Bestellung wurde storniert',
    isOwn: true,
    defaults: { subject: 'Ihre Bestellung {orderNumber} wurde storniert' },
    placeholders: [{ name: 'orderNumber' }, { name: 'aboutTheMoney', example: expect.stringMatching(/Karte|zahlen/) }],
  });
  expect(await textOf('order_cancelled')).toEqual(saved);
  const kept = await mail.saveText({ ...(await words('order_cancelled')), title: 'Cancelled' });
  expect(kept).toMatchObject({ title: 'Cancelled', version: 2, texts: { de: saved.texts.de } });
});

test('a change in one language is logged as such, and undone without touching another', async () => {
  await mail.saveText(await german('return_accepted', { title: 'Zuerst' }));
  const first = await newest();
  expect(first).toMatchObject({ action: 'mail_text.update', undoable: true });
  expect(first?.changes).toEqual([{ field: 'texts.de.title', before: null, after: 'Zuerst' }]);
  await mail.saveText({ ...(await german('return_accepted', { title: 'Danach' })), title: 'English' });
  const second = await newest();
  expect(second?.changes).toEqual([
    { field: 'title', before: null, after: 'English' },
    { field: 'texts.de.title', before: 'Zuerst', after: 'Danach' },
  ]);
  expect(await failureOf(activity.undo({ seq: first?.seq ?? 0 }))).toMatchObject({
    cause: { reason: 'changed_since', details: { field: 'texts.de.title' } },
  });
  await activity.undo({ seq: second?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ isOwn: false, texts: { de: { title: 'Zuerst' } } });
  await activity.undo({ seq: first?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ isOwn: false, texts: { de: { isOwn: false } } });
});

test('words in a language are refused for the same reasons, and in the first or an unknown one for another', async () => {
  const wrong = await german('order_refunded', { title: 'Bestellung {number}' });
  expect(await failureOf(mail.saveText(wrong))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { 'texts.de.title': ['This mail has no {number}. It has: {orderNumber}, {amount}.'] } },
  });
  const { texts, ...first } = await german('order_refunded', {});
  for (const language of ['en', 'fr']) {
    const failure = await failureOf(mail.saveText({ ...first, texts: { [language]: texts.de } }));
    expect(failure).toMatchObject({ cause: { fieldErrors: { [`texts.${language}`]: [expect.any(String)] } } });
  }
  expect(await failureOf(mail.previewText({ ...first, language: 'fr' }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('of two admins who write in different languages at once, one is told', async () => {
  const kind = 'shipment_withdrawn';
  const changes = [
    { ...(await german(kind, { title: 'Noch nicht' })), version: 0 },
    { ...(await words(kind)), title: 'Not yet', version: 0 },
  ];
  const outcomes = await Promise.allSettled(changes.map((change) => mail.saveText(change)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await textOf(kind)).toMatchObject({ version: 1 });
});
