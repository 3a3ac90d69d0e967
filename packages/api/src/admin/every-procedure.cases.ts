import { OutboxMail } from '@lantern/db/models/outbox-mail';
import type { AdminApi } from '../testing/admin-services.ts';
import { returnOf } from '../testing/returns.ts';
import { address, stockProduct, type TestServices } from '../testing/test-services.ts';

/** A prepared change, and the actions the log must then contain, one for each changed entity. */
interface Case {
  change: () => Promise<unknown>;
  actions: string[];
}

type Prepare = (t: TestServices, admin: AdminApi['admin']) => Promise<Case>;

const unique = (word: string) => `${word} ${crypto.randomUUID().slice(0, 8)}`;

const draft = () => ({
  name: unique('Teapot'),
  description: 'Pours without a drip.',
  status: 'active' as const,
  categorySlugs: [],
  variants: [{ sku: unique('POT'), priceCents: 4200, stock: 12 }],
});

const promotion = () => ({ code: unique('SAVE').replace(' ', '-'), kind: 'percent' as const, value: 10, active: true });

const storePage = () => ({ title: unique('Page'), markdown: '## Here', inFooter: true, published: true });

async function customerOf(t: TestServices): Promise<number> {
  const { api } = await t.shopper();
  const me = await api.auth.me();
  if (!me) throw new Error('A logged-in shopper expected.');
  return me.id;
}

/** A paid order of one item at 60.00. */
async function orderOf(t: TestServices): Promise<string> {
  const { variantIds } = await stockProduct(t.services, { name: unique('Lamp'), priceCents: 6000 });
  const { api } = await t.shopper();
  await api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 6000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  return order.number;
}

/** One case for every mutation under `admin`; the test fails if one is missing. */
export const mutations: Record<string, Prepare> = {
  'admin.products.create': async (_, admin) => ({
    change: () => admin.products.create(draft()),
    actions: ['product.create'],
  }),
  'admin.products.update': async (_, admin) => {
    const { id, version, variants } = await admin.products.create(draft());
    const cheaper = variants.map((variant) => ({ ...variant, priceCents: 3850, stock: 40 }));
    return {
      change: () => admin.products.update({ id, version, name: unique('Jug'), variants: cheaper }),
      actions: ['product.update'],
    };
  },
  'admin.products.editVariant': async (_, admin) => {
    const { version, variants } = await admin.products.create(draft());
    const edit = { id: variants[0]?.id ?? 0, version, before: 4200, after: 3850 };
    return {
      change: () => admin.products.editVariant({ ...edit, field: 'priceCents' }),
      actions: ['product.update'],
    };
  },
  'admin.products.bulkUpdate': async (_, admin) => {
    const products = [await admin.products.create(draft()), await admin.products.create(draft())];
    const change = {
      products: products.map(({ id, version }) => ({ id, version })),
      change: { kind: 'price' as const, percent: -10 },
      idempotencyKey: crypto.randomUUID(),
    };
    return {
      change: () => admin.products.bulkUpdate(change),
      actions: ['product.update', 'product.update'],
    };
  },
  'admin.delivery.save': async (_, admin) => {
    const method = {
      code: unique('drone').replace(' ', '-'),
      name: 'By drone',
      priceCents: 990,
      minDays: 0,
      maxDays: 1,
    };
    await admin.delivery.save({ ...method, active: false });
    return {
      change: () => admin.delivery.save({ ...method, active: false, priceCents: 890, countries: ['NO', 'IS'] }),
      actions: ['delivery_method.update'],
    };
  },
  'admin.categories.create': async (_, admin) => ({
    change: () => admin.categories.create({ name: unique('Category') }),
    actions: ['category.create'],
  }),
  'admin.categories.update': async (_, admin) => {
    const { id } = await admin.categories.create({ name: unique('Category') });
    return { change: () => admin.categories.update({ id, name: unique('Board') }), actions: ['category.update'] };
  },
  'admin.categories.delete': async (_, admin) => {
    const { id } = await admin.categories.create({ name: unique('Category') });
    return { change: () => admin.categories.delete({ id }), actions: ['category.delete'] };
  },
  'admin.glossary.save': async (_, admin) => ({
    change: () => admin.glossary.save({ language: 'de', source: unique('Colour'), text: 'Farbe' }),
    actions: ['term.create'],
  }),
  'admin.synonyms.save': async (_, admin) => ({
    change: () => admin.synonyms.save({ words: [unique('sofa'), 'couch'] }),
    actions: ['synonym.create'],
  }),
  'admin.synonyms.remove': async (_, admin) => {
    const { id } = await admin.synonyms.save({ words: [unique('sofa'), 'couch'] });
    return { change: () => admin.synonyms.remove({ id }), actions: ['synonym.delete'] };
  },
  'admin.promotions.create': async (_, admin) => ({
    change: () => admin.promotions.create(promotion()),
    actions: ['promotion.create'],
  }),
  'admin.promotions.update': async (_, admin) => {
    const { id, version } = await admin.promotions.create(promotion());
    return {
      change: () => admin.promotions.update({ ...promotion(), id, version, value: 20 }),
      actions: ['promotion.update'],
    };
  },
  'admin.promotions.remove': async (_, admin) => {
    const { id } = await admin.promotions.create(promotion());
    return { change: () => admin.promotions.remove({ id }), actions: ['promotion.delete'] };
  },
  'admin.pages.create': async (_, admin) => ({
    change: () => admin.pages.create(storePage()),
    actions: ['page.create'],
  }),
  'admin.pages.update': async (_, admin) => {
    const page = await admin.pages.create(storePage());
    const { id, version, slug, position } = page;
    return {
      change: () => admin.pages.update({ ...storePage(), id, version, slug, position }),
      actions: ['page.update'],
    };
  },
  'admin.pages.remove': async (_, admin) => {
    const { id } = await admin.pages.create(storePage());
    return { change: () => admin.pages.remove({ id }), actions: ['page.delete'] };
  },
  'admin.views.save': async (_, admin) => ({
    change: () => admin.views.save({ list: 'orders', name: unique('To pack'), query: 'status=paid' }),
    actions: ['view.create'],
  }),
  'admin.views.remove': async (_, admin) => {
    const { id } = await admin.views.save({ list: 'orders', name: unique('To pack'), query: 'status=paid' });
    return { change: () => admin.views.remove({ id }), actions: ['view.delete'] };
  },
  'admin.users.update': async (t, admin) => {
    const id = await customerOf(t);
    return { change: () => admin.users.update({ id, name: 'Grace', disabled: true }), actions: ['user.update'] };
  },
  'admin.users.endSession': async (t, admin) => {
    const id = await customerOf(t);
    const [session] = (await admin.users.byId({ id })).sessions;
    const sessionId = session?.id ?? '';
    return { change: () => admin.users.endSession({ id, sessionId }), actions: ['user.end_session'] };
  },
  'admin.users.endSessions': async (t, admin) => {
    const id = await customerOf(t);
    return { change: () => admin.users.endSessions({ id }), actions: ['user.end_sessions'] };
  },
  'admin.orders.setStatus': async (t, admin) => {
    const number = await orderOf(t);
    return { change: () => admin.orders.setStatus({ number, status: 'cancelled' }), actions: ['order.set_status'] };
  },
  'admin.orders.fulfil': async (t, admin) => {
    const number = await orderOf(t);
    return { change: () => admin.orders.fulfil({ number, trackingNumber: '4711' }), actions: ['order.fulfil'] };
  },
  'admin.orders.fulfilMany': async (t, admin) => {
    const orders = [{ number: await orderOf(t) }, { number: await orderOf(t) }];
    return { change: () => admin.orders.fulfilMany({ orders }), actions: ['order.fulfil', 'order.fulfil'] };
  },
  'admin.orders.refund': async (t, admin) => {
    const number = await orderOf(t);
    const { items } = await admin.orders.byNumber({ number });
    const restock = items.map(({ id }) => ({ itemId: id, quantity: 1 }));
    const refund = { number, amountCents: 1000, restock, idempotencyKey: crypto.randomUUID() };
    return { change: () => admin.orders.refund(refund), actions: ['order.refund'] };
  },
  'admin.orders.setNote': async (t, admin) => {
    const number = await orderOf(t);
    return { change: () => admin.orders.setNote({ number, internalNote: 'Call first.' }), actions: ['order.set_note'] };
  },
  'admin.returns.decide': async (t, admin) => {
    const { returned } = await returnOf(t, { admin });
    return { change: () => admin.returns.decide({ id: returned.id, accept: true }), actions: ['return.decide'] };
  },
  'admin.returns.receive': async (t, admin) => {
    const { returned } = await returnOf(t, { admin });
    await admin.returns.decide({ id: returned.id, accept: true });
    return {
      change: () => admin.returns.receive({ id: returned.id }),
      actions: ['return.receive', 'order.receive'],
    };
  },
  'admin.mail.resend': async (t, admin) => {
    const number = await orderOf(t);
    await t.database.transaction(() => OutboxMail.update({ status: 'sent' }, { where: {} }));
    const mail = (await admin.mail.list({})).items.find(({ subject }) => subject.includes(number));
    return { change: () => admin.mail.resend({ id: mail?.id ?? 0 }), actions: ['mail.resend'] };
  },
  'admin.mail.saveText': async (_, admin) => {
    const { kind, title, text } = (await admin.mail.texts())[0] ?? { kind: '', title: '', text: '' };
    return {
      change: () => admin.mail.saveText({ kind, subject: unique('Thanks'), title, text }),
      actions: ['mail_text.update'],
    };
  },
  'admin.activity.undo': async (_, admin) => {
    const { id } = await admin.categories.create({ name: unique('Category') });
    await admin.categories.update({ id, name: unique('Board') });
    const { headSeq: seq } = await admin.activity.list({ limit: 1 });
    return { change: () => admin.activity.undo({ seq }), actions: ['category.undo'] };
  },
};
