import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { returnOf } from '../testing/returns.ts';
import { mailsAbout } from './about.ts';

const { t, api } = await startAdminServices();

const kindsAbout = async (about: string | null) =>
  (await OutboxMail.findAll({ where: { about }, order: ['id'], raw: true })).map(({ kind }) => kind);

test('a mail is found by the return or the order that it is about, also one that is sent again', async () => {
  const { number, returned } = await returnOf(t, { admin: api.admin });
  await api.admin.returns.decide({ id: returned.id, accept: true });
  expect(await kindsAbout(number)).toEqual(['order_placed', 'order_shipped', 'order_delivered']);
  expect(await kindsAbout(returned.number)).toEqual(['return_accepted']);
  expect(new Set(await kindsAbout(null))).toEqual(new Set(['welcome']));

  const [shipped] = await mailsAbout(number, 'order_shipped');
  const id = shipped?.id ?? 0;
  await t.database.transaction(() => OutboxMail.update({ status: 'sent' }, { where: { id } }));
  const again = await api.admin.mail.resend({ id });
  const found = await mailsAbout(number, ['order_shipped', 'return_accepted']);
  expect(found.map((mail) => mail.id)).toEqual([again.id, id]);
});
