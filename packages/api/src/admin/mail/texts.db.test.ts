import { expect, test } from 'vitest';
import { startMailTexts } from '../../testing/mail-texts.ts';
import { failureOf } from '../../testing/test-services.ts';

const { mail, activity, textOf, words, newest } = await startMailTexts();

test('every kind of mail has a name, an occasion and words, with an example of each placeholder', async () => {
  const texts = await mail.texts();
  expect(texts.length).toBeGreaterThan(14);
  for (const { name, occasion, subject, title, text, isOwn, version, placeholders } of texts) {
    expect(name).toMatch(/^[A-Z][a-z ]+$/);
    expect(occasion).toMatch(/^When .*\.$/);
    expect([subject, title, text].every((one) => one.length > 0)).toBe(true);
    expect(placeholders.every(({ example }) => example.length > 0)).toBe(true);
    expect({ isOwn, version }).toEqual({ isOwn: false, version: 0 });
  }
  expect(await textOf('order_placed')).toMatchObject({
    name: 'Order placed',
    subject: 'Your order {orderNumber}',
    placeholders: [{ name: 'orderNumber', example: 'L-10482' }],
  });
});

test('what equals the words of the store is not kept', async () => {
  const before = await words('order_delivered');
  expect(await mail.saveText({ ...before, version: 0 })).toMatchObject({ isOwn: false, version: 0 });
  const saved = await mail.saveText({ ...before, title: 'It is there', version: 0 });
  expect(saved).toMatchObject({ title: 'It is there', subject: before.subject, isOwn: true, version: 1 });
  expect((await newest())?.changes).toEqual([{ field: 'title', before: null, after: 'It is there' }]);
  expect(await mail.saveText({ ...before, version: 1 })).toMatchObject({ ...before, isOwn: false, version: 2 });
});

test('each change is in the log, under the name of the kind, and can be undone', async () => {
  const before = await words('return_accepted');
  await mail.saveText({ ...before, subject: 'First {returnNumber}', text: 'Yes.' });
  const first = await newest();
  expect(first).toMatchObject({
    action: 'mail_text.update',
    entity: { type: 'mail_text', id: 'return_accepted', label: 'Return accepted' },
    undoable: true,
  });
  await mail.saveText({ ...before, subject: 'Second {returnNumber}', text: 'Yes.' });
  const second = await newest();
  expect(second?.changes).toEqual([
    { field: 'subject', before: 'First {returnNumber}', after: 'Second {returnNumber}' },
  ]);
  expect(await failureOf(activity.undo({ seq: first?.seq ?? 0 }))).toMatchObject({
    cause: { reason: 'changed_since' },
  });
  await activity.undo({ seq: second?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ subject: 'First {returnNumber}', text: 'Yes.' });
  await activity.undo({ seq: first?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ ...before, isOwn: false });
});

test('a change to what someone else has changed meanwhile is refused', async () => {
  const before = await words('welcome');
  const both = ['Hello {name}', 'Good day {name}'].map((title) => mail.saveText({ ...before, title, version: 0 }));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(mail.saveText({ ...before, version: 0 }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: 1 } },
  });
});

test.each([
  ['subject', { subject: ' ' }, 'Please enter a subject.'],
  ['subject', { subject: 'One\nBcc: all@example.com' }, "This contains characters that can't be used."],
  ['subject', { subject: 'x'.repeat(151) }, 'Use at most 150 characters.'],
  ['title', { title: 'Order {number}' }, 'This mail has no {number}. It has: {orderNumber}, {amount}.'],
  ['text', { text: '{token}' }, 'This mail has no {token}. It has: {orderNumber}, {amount}.'],
  ['text', { text: 'x'.repeat(2001) }, 'Use at most 2000 characters.'],
])('a wrong %s is refused, for a reason', async (field, wrong, message) => {
  const input = { ...(await words('order_refunded')), ...wrong };
  for (const call of [mail.saveText, mail.previewText]) {
    const failure = await failureOf(call(input));
    expect(failure).toMatchObject({ code: 'BAD_REQUEST' });
    expect(JSON.stringify(failure.cause)).toContain(message);
    expect(JSON.stringify(failure.cause)).toContain(field);
  }
});

test('an unknown kind of mail is not found', async () => {
  const input = { ...(await words('welcome')), kind: 'newsletter' };
  expect(await failureOf(mail.saveText(input))).toMatchObject({ code: 'NOT_FOUND' });
});
