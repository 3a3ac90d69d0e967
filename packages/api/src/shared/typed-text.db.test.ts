import { User } from '@lantern/db/models/user';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, failureOf, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

/* Text that looks the same is treated as equal, on every database. */

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
beforeAll(async () => {
  t = await startTestServices();
  admin = (await t.admin()).api.admin;
});
afterAll(() => t[Symbol.asyncDispose]());

interface Names {
  items: { name: string }[];
  nextCursor: string | null;
}

async function everyName(list: (input: { sort: 'name'; limit: number; cursor: string | null }) => Promise<Names>) {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Names = await list({ sort: 'name', limit: 2, cursor: cursor ?? null });
    found.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  return found;
}

describe('names', () => {
  const names = ['Écharpe', 'E\u0301pice', 'eagle', 'Ezra', 'fig', 'Größe', 'ØREN lamp', 'Чайник', '100 % cotton_'];
  beforeAll(async () => {
    for (const name of names) await stockProduct(t.services, { name });
  });

  test.each([
    ['écharpe', 'Écharpe'],
    ['E\u0301CHARPE', 'Écharpe'],
    ['épice', 'E\u0301pice'],
    ['grösse', 'Größe'],
    ['øren', 'ØREN lamp'],
    ['ЧАЙНИК', 'Чайник'],
    ['чай', 'Чайник'],
    ['% cotton_', '100 % cotton_'],
  ])('an admin who types %s finds %s', async (q, name) => {
    expect((await admin.products.list({ q })).items.map((item) => item.name)).toEqual([name]);
  });

  test('a SKU is found ignoring case, and in any Unicode form', async () => {
    await admin.products.create({
      name: 'Scarf',
      description: '',
      status: 'active',
      categorySlugs: [],
      variants: [{ sku: 'É－1', priceCents: 100, stock: 1 }],
    });
    for (const q of ['É-1', 'é-1', 'e\u0301-1', 'É－1']) {
      expect
        .soft(
          (await admin.products.list({ q })).items.map(({ name }) => name),
          q,
        )
        .toEqual(['Scarf']);
    }
  });

  test('names are sorted alphabetically across pages, ignoring case and accents', async () => {
    const sorted = [
      '100 % cotton_',
      'eagle',
      'Écharpe',
      'E\u0301pice',
      'Ezra',
      'fig',
      'Größe',
      'ØREN lamp',
      'Scarf',
      'Чайник',
    ];
    expect(await everyName(t.browser().api.catalog.list)).toEqual(sorted);
    expect(await everyName(admin.products.list)).toEqual(sorted);
  });

  test.each([
    ['Øystein', 'øystein'],
    ['Иван', 'иван'],
    ['Strauß', 'STRAUSS'],
    ['Rene\u0301e', 'renée'],
  ])('the customer %s is found as %s', async (name, q) => {
    await (await t.shopper()).api.account.updateProfile({ name });
    expect((await admin.users.list({ q })).items.map((user) => user.name)).toEqual([name.normalize('NFC')]);
  });
});

describe('emails', () => {
  test('one mailbox is one account, however its domain is spelled', async () => {
    const password = 'correct horse';
    const { user } = await t.browser().api.auth.register({ email: 'Ivan@пример.рф', password, name: 'Ivan' });
    const punycode = 'ivan@xn--e1afmkfd.xn--p1ai';
    expect(await failureOf(t.browser().api.auth.register({ email: punycode, password, name: 'I' }))).toMatchObject({
      cause: { reason: 'email_taken' },
    });
    expect((await t.browser().api.auth.login({ email: punycode, password })).user).toEqual(user);
    expect((await t.browser().api.auth.login({ email: user.email, password })).user).toEqual(user);
    for (const q of ['ivan@пр', punycode]) {
      expect((await admin.users.list({ q })).items.map(({ id }) => id)).toEqual([user.id]);
    }
  });

  test.each(['user@münchen.de', 'r&d@example.com', "o'neil+x@example.com", '用户@例え.jp'])(
    'the email %s is accepted',
    async (email) => {
      const { user } = await t.browser().api.auth.register({ email, password: 'correct horse', name: 'X' });
      expect(user.email).toBe(email);
      expect((await admin.users.update({ id: user.id, email: `new-${email}` })).email).toBe(`new-${email}`);
    },
  );
});

describe('passwords', () => {
  const composed = '\u00dcberraschung9';
  const decomposed = 'U\u0308berraschung9';

  test.each([
    [composed, decomposed],
    [decomposed, composed],
  ])('a password registered as %j is accepted as %j', async (one, other) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const { api } = t.browser();
    await api.auth.register({ email, password: one, name: 'Ü' });
    await t.browser().api.auth.login({ email, password: other });
    await api.account.changePassword({ currentPassword: other, newPassword: `${one}!` });
    await t.browser().api.auth.login({ email, password: `${other}!` });
    expect(await failureOf(t.browser().api.auth.login({ email, password: one }))).toMatchObject({
      cause: { reason: 'wrong_credentials' },
    });
  });

  test('a password hashed before normalization is accepted in both forms, and rehashed', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const passwordHash = await hash(decomposed);
    await t.database.transaction(() =>
      User.create({ email, name: 'Old', passwordHash, role: 'customer', disabled: false }),
    );
    await t.browser().api.auth.login({ email, password: composed });
    const user = await User.findOne({ where: { email }, rejectOnEmpty: true });
    expect(user.passwordHash).not.toBe(passwordHash);
    for (const password of [composed, decomposed]) await t.browser().api.auth.login({ email, password });
    expect((await user.reload()).passwordHash).toBe(user.passwordHash);
  });

  test('the length of a password is counted after normalization', async () => {
    const { api } = t.browser();
    const register = (password: string) =>
      api.auth.register({ email: `${crypto.randomUUID()}@a.de`, password, name: 'L' });
    expect(await failureOf(register('u\u0308'.repeat(7)))).toMatchObject({ code: 'BAD_REQUEST' });
    await register('u\u0308bxyq'.repeat(25));
  });
});

describe('addresses', () => {
  test.each([
    ['HK', ''],
    ['AE', undefined],
    ['QA', null],
    ['IE', ''],
  ])('an address in %s needs no postal code (%j)', async (country, postalCode) => {
    const { api } = await t.shopper();
    const saved = await api.account.updateShipping({ ...address, country, postalCode });
    expect(saved.postalCode).toBe('');
    expect(await api.account.shipping()).toEqual(saved);
  });

  test.each([
    ['DE', ''],
    ['DE', '-'],
    ['DE', 'SW1Y 4JH'],
    ['US', '\u200b'],
  ])(
    'an address in %s with the postal code %j is refused, together with other field errors',
    async (country, postalCode) => {
      const { api } = await t.shopper();
      const failure = await failureOf(api.account.updateShipping({ ...address, city: '', country, postalCode }));
      expect(failure.cause).toMatchObject({ issues: [{ path: ['city'] }, { path: ['postalCode'] }] });
    },
  );

  test('postal codes and lines are normalized', async () => {
    const { api } = await t.shopper();
    const typed = {
      ...address,
      postalCode: 'sw1y4jh',
      city: 'Lo\u00adndon\u00a0',
      line1: 'Cafe\u0301 1',
      phone: '\ufeff',
    };
    const saved = await api.account.updateShipping(typed);
    expect(saved).toMatchObject({ postalCode: 'SW1Y 4JH', city: 'London', line1: 'Café 1', phone: null });
  });
});

describe('other text', () => {
  const typed = ' \u200bCafe\u0301\u00a0au\u00adlait\ufeff ';
  const kept = 'Café aulait';

  test('text is normalized, keeping joiners and line breaks', async () => {
    const { id, slug, version, ...made } = await admin.products.create({
      name: typed,
      description: `${typed}\r\n\r\n👩‍🚀 می‌خواهم\u2028- one`,
      tagline: typed,
      status: 'active',
      categorySlugs: [],
      variants: [{ sku: typed, options: { [typed]: typed }, priceCents: 100, stock: 1 }],
    });
    const description = `${kept} \n\n👩‍🚀 می‌خواهم\n- one`;
    expect(made).toMatchObject({ name: kept, description, tagline: kept });
    expect(made.variants).toMatchObject([{ sku: kept, options: { [kept]: kept } }]);
    expect(slug).toBe('cafe-aulait');
    expect(await t.browser().api.catalog.bySlug({ slug })).toMatchObject({ name: kept, description });
    const renamed = await admin.products.update({ id, version, name: `${typed}2` });
    expect(renamed.name).toBe(`Café aulait 2`);
    expect((await admin.categories.create({ name: typed })).name).toBe(kept);
  });

  test('text of invisible characters alone counts as empty', async () => {
    const { api } = await t.shopper();
    for (const name of ['\u200b\u00ad', '\u2800', '\u3164\u200d', '\u00a0']) {
      expect.soft(await failureOf(api.account.updateProfile({ name }))).toMatchObject({ code: 'BAD_REQUEST' });
    }
  });

  test('options that look the same are refused as duplicates', async () => {
    const variant = (size: string) => ({
      sku: `S-${crypto.randomUUID()}`,
      options: { Size: size },
      priceCents: 1,
      stock: 1,
    });
    const create = admin.products.create({
      name: 'Sizes',
      description: '',
      status: 'draft',
      categorySlugs: [],
      variants: [variant('L'), variant('Ｌ')],
    });
    expect(await failureOf(create)).toMatchObject({ code: 'BAD_REQUEST' });
  });
});
