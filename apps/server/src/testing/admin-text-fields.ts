import { Refund } from '@lantern/db/models/refund';
import { type Answer, checkout, type HttpStore, newCustomer } from './http-store.ts';
import { type Client, type Field, fullCart, line, shopper, type TextFieldCase, unique } from './text-field-case.ts';

const promotion = () => ({ code: unique('SAVE').replaceAll(' ', '-'), kind: 'percent', value: 10, active: true });
const pageFields: Record<string, Field> = {
  title: line(120, { logged: true }),
  markdown: { rule: 'lines', max: 15_000, empty: '', logged: true },
  'texts.*.title': line(120, { empty: 'nothing', logged: true }),
  'texts.*.markdown': { rule: 'lines', max: 15_000, empty: 'nothing', logged: true },
};
const storePage = () => ({
  ...{ title: unique('Page'), slug: unique('page'), markdown: 'Read **this**.' },
  ...{ inFooter: false, position: 9, published: false },
  texts: { de: { title: 'Seite', markdown: 'Lies **das**.' } },
});
/** A page as it is edited and in the list of all. */
const asPages = (admin: Client) => async (answer: Answer) => {
  const { id } = answer.body.result.data;
  const { body } = await admin.query('admin.pages.byId', { id });
  return [answer.body.result.data, body.result.data];
};
/** A paid order, and how to read it as its shopper and as an admin. */
async function paidOrder(t: HttpStore, admin: Client) {
  const client = await fullCart(t);
  const { body } = await client.mutate('checkout.place', checkout());
  const number: string = body.result.data.order.number;
  const read = async (answer: Answer): Promise<{ [key: string]: unknown }[]> => {
    const reads = [
      await client.query('orders.byNumber', { number }),
      await admin.query('admin.orders.byNumber', { number }),
    ];
    return [answer, ...reads].map(({ body: { result } }) => ({ ...result.data, ...result.data.timeline.at(-1) }));
  };
  return { client, number, read };
}

const parcelsIn = ({ parcels }: { [key: string]: unknown }) => (Array.isArray(parcels) ? parcels : []);

/** The cases of the mutations under `admin`, except those of products. */
export const adminFields: Record<string, TextFieldCase> = {
  'admin.categories.create': {
    fields: { name: line(120, { logged: true }), 'texts.*.name': line(120, { empty: 'nothing', logged: true }) },
    others: ['parentSlug', 'slug', 'texts.{}'],
    async prepare(_, admin) {
      return {
        by: admin,
        input: {
          name: unique('Category'),
          slug: unique('category'),
          parentSlug: 'things',
          texts: { de: { name: 'Ding' } },
        },
        read: categories(admin),
      };
    },
  },
  'admin.categories.update': {
    fields: { name: line(120, { logged: true }), 'texts.*.name': line(120, { empty: 'nothing', logged: true }) },
    others: ['parentSlug', 'slug', 'texts.{}'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.categories.create', { name: unique('Category') });
      const { id } = body.result.data;
      return {
        by: admin,
        repeatable: true,
        input: {
          id,
          name: unique('Board'),
          slug: unique('board'),
          parentSlug: 'things',
          texts: { de: { name: 'Brett' } },
        },
        read: categories(admin),
      };
    },
  },
  'admin.mail.saveText': {
    fields: {
      subject: line(150, { logged: true }),
      title: line(150, { logged: true }),
      text: { rule: 'lines', max: 2000, logged: true },
      'texts.*.subject': line(150, { logged: true }),
      'texts.*.title': line(150, { logged: true }),
      'texts.*.text': { rule: 'lines', max: 2000, logged: true },
    },
    others: ['kind', 'texts.{}'],
    async prepare(_, admin) {
      return {
        by: admin,
        repeatable: true,
        input: {
          ...{ kind: 'order_placed', subject: unique('Thanks'), title: 'Thank you', text: 'We are on it.' },
          texts: { de: { subject: unique('Danke'), title: 'Vielen Dank', text: 'Wir sind dran.' } },
        },
        async read(answer) {
          const { body } = await admin.query('admin.mail.texts');
          return [answer.body.result.data, body.result.data[0]];
        },
      };
    },
  },
  'admin.orders.fulfil': {
    fields: {
      carrier: line(60, { empty: null, logged: true }),
      trackingNumber: line(80, { empty: null, logged: true }),
    },
    others: ['number', 'items.*.sku', 'trackingUrl'],
    async prepare(t, admin) {
      const { number, read } = await paidOrder(t, admin);
      return {
        by: admin,
        input: { number, carrier: 'DHL', trackingNumber: '4711' },
        read: async (answer) => (await read(answer)).flatMap(parcelsIn),
      };
    },
  },
  'admin.orders.fulfilMany': {
    fields: {
      'orders.*.carrier': line(60, { empty: null, logged: true }),
      'orders.*.trackingNumber': line(80, { empty: null, logged: true }),
    },
    others: ['orders.*.number', 'orders.*.trackingUrl'],
    async prepare(t, admin) {
      const { number } = await paidOrder(t, admin);
      return {
        by: admin,
        input: { orders: [{ number, carrier: 'DHL', trackingNumber: '4711' }] },
        async read() {
          const { body } = await admin.query('admin.orders.byNumber', { number });
          return [{ orders: body.result.data.parcels }];
        },
      };
    },
  },
  'admin.orders.setStatus': {
    fields: { note: { rule: 'lines', max: 500, empty: null } },
    others: ['number'],
    async prepare(t, admin) {
      const { number, read } = await paidOrder(t, admin);
      return { by: admin, input: { number, status: 'shipped', note: 'Left today.' }, read };
    },
  },
  'admin.orders.refund': {
    fields: { note: { rule: 'lines', max: 500, empty: null }, idempotencyKey: line(64) },
    others: ['number'],
    async prepare(t, admin) {
      const { number, read } = await paidOrder(t, admin);
      return {
        by: admin,
        repeatable: true,
        input: {
          ...{ number, amountCents: 1, note: 'A scratch.' },
          // Another one each time it is sent, or the first refund would be returned again.
          get idempotencyKey() {
            return crypto.randomUUID();
          },
        },
        async read(answer) {
          const [refund] = await Refund.findAll({ order: [['id', 'DESC']], limit: 1, raw: true });
          return [...(await read(answer)), { idempotencyKey: refund?.idempotencyKey.replace(/^.*?-refund-/s, '') }];
        },
      };
    },
  },
  'admin.orders.setNote': {
    fields: { internalNote: { rule: 'lines', max: 5000, empty: null, logged: true } },
    others: ['number'],
    async prepare(t, admin) {
      const { number } = await paidOrder(t, admin);
      const read = async () => [(await admin.query('admin.orders.byNumber', { number })).body.result.data];
      return { by: admin, repeatable: true, input: { number, internalNote: 'Call first.' }, read };
    },
  },
  'admin.promotions.create': {
    fields: {},
    others: ['code', 'categorySlugs.*'],
    prepare: async (_, admin) => ({ by: admin, input: promotion(), read: async () => [] }),
  },
  'admin.promotions.update': {
    fields: {},
    others: ['code', 'categorySlugs.*'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.promotions.create', promotion());
      const { id } = body.result.data;
      return { by: admin, repeatable: true, input: { ...promotion(), id }, read: async () => [] };
    },
  },
  'admin.pages.create': {
    fields: pageFields,
    others: ['slug', 'texts.{}'],
    prepare: async (_, admin) => ({ by: admin, input: storePage(), read: asPages(admin) }),
  },
  'admin.pages.update': {
    fields: pageFields,
    others: ['slug', 'texts.{}'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.pages.create', storePage());
      const { id } = body.result.data;
      return { by: admin, repeatable: true, input: { id, ...storePage() }, read: asPages(admin) };
    },
  },
  'admin.delivery.save': {
    fields: { name: line(60, { logged: true }), description: line(200, { empty: '', logged: true }) },
    others: ['code', 'countries.*'],
    async prepare(_, admin) {
      const code = unique('drone').toLowerCase().replaceAll(' ', '-');
      const method = { name: 'By drone', description: 'From above', priceCents: 990, minDays: 0, maxDays: 1 };
      return {
        by: admin,
        input: { code, ...method, freeFromCents: null, countries: ['NO'], active: false },
        repeatable: true,
        async read(answer) {
          const { body } = await admin.query('admin.delivery.list');
          return [answer.body.result.data, body.result.data.find((row: { code: string }) => row.code === code)];
        },
      };
    },
  },
  'admin.glossary.save': {
    fields: { source: line(200, { logged: true }), text: line(255, { empty: null, logged: true }) },
    others: ['language'],
    async prepare(_, admin) {
      const [language, source] = ['de', 'Standard delivery'];
      return {
        by: admin,
        repeatable: true,
        input: { language, source, text: unique('Versand') },
        async read(answer) {
          const saved = answer.body.result.data;
          const { body } = await admin.query('admin.glossary.list', { language, limit: 200 });
          const row = body.result.data.terms.find((term: { source: string }) => term.source === saved.source);
          return row ? [saved, row] : [saved];
        },
      };
    },
  },
  'admin.synonyms.save': {
    fields: { 'words.*': line(60, { logged: true }) },
    others: [],
    async prepare(_, admin) {
      return {
        by: admin,
        input: { words: [unique('sofa'), unique('couch')] },
        async read(answer) {
          const { id } = answer.body.result.data;
          const { body } = await admin.query('admin.synonyms.list');
          const row = body.result.data.find((group: { id: number }) => group.id === id);
          return [answer.body.result.data, row].map(({ words }) => ({ words: words.slice(0, 1) }));
        },
      };
    },
  },
  'admin.views.save': {
    fields: { name: line(60, { logged: true }) },
    others: ['query'],
    async prepare(_, admin) {
      const view = { list: 'orders', query: 'status=paid' };
      const { body } = await admin.mutate('admin.views.save', { ...view, name: unique('To pack') });
      const { id } = body.result.data;
      return {
        by: admin,
        repeatable: true,
        input: { id, ...view, name: unique('To pack') },
        async read(answer) {
          const { body } = await admin.query('admin.views.list', { list: 'orders' });
          return [answer.body.result.data, body.result.data.find((row: { id: number }) => row.id === id)];
        },
      };
    },
  },
  'admin.users.endSession': {
    fields: {},
    others: ['sessionId'],
    async prepare(t, admin) {
      const { id } = (await (await shopper(t)).query('auth.me')).body.result.data;
      const [session] = (await admin.query('admin.users.byId', { id })).body.result.data.sessions;
      return { by: admin, input: { id, sessionId: session.id }, read: async () => [] };
    },
  },
  'admin.users.update': {
    fields: { name: line(100, { logged: true }), email: { rule: 'email', max: 190, logged: true } },
    others: [],
    async prepare(t, admin) {
      const client = await shopper(t);
      const { id } = (await client.query('auth.me')).body.result.data;
      const read = async () => [
        (await admin.query('admin.users.byId', { id })).body.result.data,
        (await client.query('auth.me')).body.result.data,
      ];
      return { by: admin, repeatable: true, input: { id, name: 'Grace', email: newCustomer().email }, read };
    },
  },
};

const categories = (admin: Client) => async (answer: Answer) => {
  const { id, slug } = answer.body.result.data;
  interface Node {
    id?: number;
    slug: string;
    children: Node[];
  }
  const all = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children)]);
  const inAdmin = all((await admin.query('admin.categories.list')).body.result.data).find((node) => node.id === id);
  const inStore = all((await admin.query('catalog.categories')).body.result.data).find((node) => node.slug === slug);
  return [answer.body.result.data, inAdmin, inStore];
};
