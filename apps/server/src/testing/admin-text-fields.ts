import { Refund } from '@lantern/db/models/refund';
import { type Answer, checkout, type HttpStore, newCustomer } from './http-store.ts';
import { type Client, fullCart, line, shopper, type TextFieldCase, unique } from './text-field-case.ts';

const promotion = () => ({ code: unique('SAVE').replaceAll(' ', '-'), kind: 'percent', value: 10, active: true });
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

/** The cases of the other mutations under `admin`, except those of products. */
export const adminFields: Record<string, TextFieldCase> = {
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
    others: ['before', 'number'],
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
