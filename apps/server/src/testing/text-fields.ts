import { mailedToken } from '@lantern/api/testing/mailed-token';
import { address, stockProduct } from '@lantern/api/testing/test-services';
import { AccountToken } from '@lantern/db/models/account-token';
import { Order } from '@lantern/db/models/order';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { adminFields } from './admin-text-fields.ts';
import { contentFields } from './content-text-fields.ts';
import { checkout, type HttpStore, newCustomer } from './http-store.ts';
import { productFieldCases } from './product-text-fields.ts';
import { returnFields } from './return-text-fields.ts';
import { type Field, fullCart, line, shopper, type TextFieldCase } from './text-field-case.ts';

const addressFields = (under = ''): Record<string, Field> => ({
  [`${under}fullName`]: line(100),
  [`${under}line1`]: line(120),
  [`${under}line2`]: line(120, { empty: null }),
  [`${under}city`]: line(80),
  [`${under}region`]: line(80, { empty: null }),
  [`${under}postalCode`]: { rule: 'postal', max: 20, empty: '' },
  [`${under}phone`]: line(30, { empty: null }),
});
/** Hong Kong has no postal codes, so any text is accepted. */
const anywhere = { ...address, country: 'HK' };

async function registered(t: HttpStore) {
  const by = t.client();
  const account = newCustomer();
  await by.mutate('auth.register', account);
  return { by, ...account };
}

/** A case for every mutation with text fields; the test checks that none is missing. */
export const textFields: Record<string, TextFieldCase> = {
  'account.addresses.save': {
    fields: addressFields(),
    others: ['country'],
    async prepare(t) {
      const by = await shopper(t);
      const [saved] = (await by.mutate('account.addresses.save', anywhere)).body.result.data;
      const read = async () => (await by.query('account.addresses.list')).body.result.data;
      return { by, repeatable: true, input: { ...anywhere, id: saved.id }, read };
    },
  },
  'account.changeEmail': {
    fields: { newEmail: { rule: 'email', max: 190 } },
    others: ['password'],
    async prepare(t) {
      const { by, email, password } = await registered(t);
      return {
        by,
        repeatable: true,
        input: { newEmail: `new-${email}`, password },
        read: async () => [{ newEmail: (await by.query('account.email')).body.result.data.pending }],
      };
    },
  },
  'account.changePassword': {
    fields: { newPassword: { rule: 'password', max: 128 } },
    others: ['currentPassword'],
    async prepare(t) {
      const { by, email, password } = await registered(t);
      return {
        by,
        input: { currentPassword: password, newPassword: 'another horse' },
        read: (_, sent) => logsIn(t, email, Reflect.get(Object(sent), 'newPassword'), 'newPassword'),
      };
    },
  },
  'account.updateProfile': {
    fields: { name: line(100) },
    others: [],
    async prepare(t) {
      const by = await shopper(t);
      return {
        by,
        repeatable: true,
        input: { name: 'Ada' },
        read: async () => [(await by.query('auth.me')).body.result.data],
      };
    },
  },
  'account.updateShipping': {
    fields: addressFields(),
    others: ['country'],
    async prepare(t) {
      const by = await shopper(t);
      const read = async () => [(await by.query('account.shipping')).body.result.data];
      return { by, repeatable: true, input: { ...anywhere }, read };
    },
  },
  'auth.login': {
    fields: {},
    // `auth.register` and `account.changePassword` cover these fields.
    others: ['email', 'password'],
    prepare: async (t) => ({ by: t.client(), input: { email: 'a@b.example', password: 'x' }, read: async () => [] }),
  },
  'auth.register': {
    fields: { email: { rule: 'email', max: 190 }, name: line(100), password: { rule: 'password', max: 128 } },
    others: ['claim.number', 'claim.accessToken'],
    async prepare(t, admin) {
      const by = t.client();
      return {
        by,
        input: newCustomer(),
        async read(answer, sent) {
          const { user } = answer.body.result.data;
          const seen = await admin.query('admin.users.byId', { id: user.id });
          const found = await admin.query('admin.users.list', { q: user.name });
          const me = await by.query('auth.me');
          const documents = [user, me.body.result.data, seen.body.result.data, found.body.result.data.items[0]];
          return [...documents, ...(await logsIn(t, user.email, Reflect.get(Object(sent), 'password'), 'password'))];
        },
      };
    },
  },
  'auth.requestPasswordReset': {
    fields: { email: { rule: 'email', max: 190 } },
    others: [],
    async prepare(t) {
      const newest = () => AccountToken.findOne({ attributes: ['email'], order: [['id', 'DESC']], raw: true });
      return {
        by: t.client(),
        repeatable: true,
        input: { email: newCustomer().email },
        read: async () => [await newest()],
      };
    },
  },
  'auth.resetPassword': {
    fields: { newPassword: { rule: 'password', max: 128 } },
    others: ['token'],
    async prepare(t) {
      const { by, email } = await registered(t);
      await by.mutate('auth.requestPasswordReset', { email });
      return {
        by,
        input: { token: await mailedToken('password_reset', email), newPassword: 'another horse' },
        read: (_, sent) => logsIn(t, email, Reflect.get(Object(sent), 'newPassword'), 'newPassword'),
      };
    },
  },
  'account.sessions.end': {
    fields: {},
    others: ['id'],
    prepare: async (t) => ({ by: await shopper(t), input: { id: '0123456789abcdef' }, read: async () => [] }),
  },
  'account.setLanguage': {
    fields: {},
    others: ['language'],
    prepare: async (t) => ({ by: await shopper(t), input: { language: 'de' }, read: async () => [] }),
  },
  'auth.verifyEmail': {
    fields: {},
    others: ['token'],
    prepare: async (t) => ({ by: t.client(), input: { token: 'not-a-token' }, read: async () => [] }),
  },
  'cart.applyCoupon': {
    fields: {},
    others: ['code'],
    prepare: async (t) => ({ by: t.client(), input: { code: 'SAVE10' }, read: async () => [] }),
  },
  'checkout.place': {
    fields: {
      ...addressFields('shippingAddress.'),
      ...addressFields('billingAddress.'),
      idempotencyKey: line(100),
    },
    others: ['paymentMethod', 'shippingAddress.country', 'billingAddress.country', 'email', 'deliveryMethod'],
    async prepare(t, admin) {
      const by = await fullCart(t);
      return {
        by,
        input: { ...checkout(), shippingAddress: { ...anywhere }, billingAddress: { ...anywhere, country: 'AE' } },
        async read(answer) {
          const { number } = answer.body.result.data.order;
          const seen = await admin.query('admin.orders.byNumber', { number });
          const row = await Order.findOne({ where: { number }, attributes: ['idempotencyKey'], raw: true });
          return [answer.body.result.data.order, seen.body.result.data, row];
        },
      };
    },
  },
  'orders.cancel': {
    fields: {},
    others: ['number', 'accessToken'],
    prepare: async (t) => ({ by: await shopper(t), input: { number: 'L-22222222' }, read: async () => [] }),
  },
  'restock.ask': {
    fields: { email: { rule: 'email', max: 190 } },
    others: [],
    async prepare(t) {
      const { variantIds } = await stockProduct(t.services, { name: `Sold ${crypto.randomUUID()}`, stock: 0 });
      const newest = () => RestockWish.findOne({ attributes: ['email'], order: [['updatedAt', 'DESC']], raw: true });
      return {
        by: t.client(),
        repeatable: true,
        input: { variantId: variantIds[0] ?? 0, email: newCustomer().email },
        read: async () => [await newest()],
      };
    },
  },
  'restock.stop': {
    fields: {},
    others: ['token'],
    prepare: async (t) => ({ by: t.client(), input: { token: 'not-a-token' }, read: async () => [] }),
  },
  ...returnFields,
  ...adminFields,
  ...contentFields,
  ...productFieldCases,
};

/** Checks that a password works for logging in, in any Unicode form. */
async function logsIn(t: HttpStore, email: string, password: string, field: string): Promise<unknown[]> {
  const forms = [password, password.normalize('NFC'), password.normalize('NFD'), password.replace(/\p{Zs}/gu, ' ')];
  const answers = await Promise.all(forms.map((form) => t.client().mutate('auth.login', { email, password: form })));
  const stored = password.normalize('NFC').replace(/\p{Zs}/gu, ' ');
  return answers.map(({ status }) => ({ [field]: status === 200 ? stored : status }));
}
