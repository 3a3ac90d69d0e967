import { checkout, type HttpStore } from './http-store.ts';
import { type Client, fullCart, type TextFieldCase } from './text-field-case.ts';

/** A delivered order, as the customer's client sees it. */
async function deliveredOrder(t: HttpStore, admin: Client) {
  const client = await fullCart(t);
  const { number } = (await client.mutate('checkout.place', checkout())).body.result.data.order;
  await admin.mutate('admin.orders.setStatus', { number, status: 'shipped' });
  const { items } = (await admin.mutate('admin.orders.setStatus', { number, status: 'delivered' })).body.result.data;
  return { client, request: { number, items: [{ sku: items[0].sku, quantity: 1 }], reason: 'Too bright.' } };
}

/** The cases of the mutations about returns. */
export const returnFields: Record<string, TextFieldCase> = {
  'orders.requestReturn': {
    fields: { reason: { rule: 'lines', max: 500 } },
    others: ['number', 'items.*.sku', 'accessToken'],
    async prepare(t, admin) {
      const { client, request } = await deliveredOrder(t, admin);
      return {
        by: client,
        input: request,
        async read(answer) {
          const { number } = request;
          const seen = await client.query('orders.byNumber', { number });
          const listed = await admin.query('admin.returns.list', { order: number });
          const documents = [answer.body.result.data.returns[0], seen.body.result.data.returns[0]];
          return [...documents, listed.body.result.data.items[0]];
        },
      };
    },
  },
  'admin.returns.decide': {
    fields: { note: { rule: 'lines', max: 500, empty: null, logged: true } },
    others: [],
    async prepare(t, admin) {
      const { client, request } = await deliveredOrder(t, admin);
      const { id } = (await client.mutate('orders.requestReturn', request)).body.result.data.returns[0];
      return {
        by: admin,
        input: { id, accept: false, note: 'It was used.' },
        async read(answer) {
          const seen = await client.query('orders.byNumber', { number: request.number });
          return [answer.body.result.data, seen.body.result.data.returns[0]];
        },
      };
    },
  },
};
