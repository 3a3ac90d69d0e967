import { Address } from '@lantern/db/models/address';
import { Category } from '@lantern/db/models/category';
import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { MailText } from '@lantern/db/models/mail-text';
import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderReturn } from '@lantern/db/models/order-return';
import { Payment } from '@lantern/db/models/payment';
import { Product } from '@lantern/db/models/product';
import { ProductImage } from '@lantern/db/models/product-image';
import { Refund } from '@lantern/db/models/refund';
import { SavedView } from '@lantern/db/models/saved-view';
import { StorePage } from '@lantern/db/models/store-page';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { addressSchema } from '../account/schema.ts';
import { createCategoryInput } from '../admin/categories/schema.ts';
import { deliveryShape } from '../admin/delivery/schema.ts';
import { wordingShape } from '../admin/mail/schema.ts';
import { refundInput, setStatusInput } from '../admin/orders/schema.ts';
import { pageShape } from '../admin/pages/schema.ts';
import { imageShape, productShape, variantShape } from '../admin/products/schema.ts';
import { decideReturnInput } from '../admin/returns/schema.ts';
import { saveViewInput } from '../admin/views/schema.ts';
import { registerInput } from '../auth/schema.ts';
import { placeInput } from '../checkout/schema.ts';
import { requestReturnInput } from '../returns/schema.ts';

// Models are initialized when a database is opened.
let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
});
afterAll(() => t[Symbol.asyncDispose]());

interface Columns {
  name: string;
  getAttributes(): object;
}

/** The length of the model's column; another test checks that models and tables agree. */
function lengthOf(model: Columns, column: string): number {
  const { type } = Object.getOwnPropertyDescriptor(model.getAttributes(), column)?.value ?? {};
  return Number(/^VARCHAR\((\d+)\)/.exec(String(type))?.[1]);
}

const address = { fullName: 'Ada', line1: '1 Square', city: 'Dublin', postalCode: 'D01 F5P2', country: 'IE' };
const inAddress = (field: string) => (text: string) => addressSchema.safeParse({ ...address, [field]: text }).success;
const alone = (schema: z.ZodType) => (text: string) => schema.safeParse(text).success;
const letters = (length: number) => 'a'.repeat(length);
/** For the postal code of a country without a pattern. */
const digits = (length: number) => '1'.repeat(length);

const fields: [Columns, column: string, accepts: (text: string) => boolean, textOf: (length: number) => string][] = [
  [Category, 'name', alone(createCategoryInput.shape.name), letters],
  [Category, 'slug', alone(createCategoryInput.shape.slug), letters],
  [User, 'name', alone(registerInput.shape.name), letters],
  ...['fullName', 'line1', 'line2', 'city', 'region', 'phone'].map((field): (typeof fields)[number] => [
    Address,
    field,
    inAddress(field),
    letters,
  ]),
  [
    Address,
    'postalCode',
    (text) => addressSchema.safeParse({ ...address, country: 'BO', postalCode: text }).success,
    digits,
  ],
  [Order, 'idempotencyKey', alone(placeInput.shape.idempotencyKey), letters],
  [Payment, 'method', alone(placeInput.shape.paymentMethod), letters],
  [OrderEvent, 'note', alone(setStatusInput.shape.note), letters],
  [OrderReturn, 'reason', alone(requestReturnInput.shape.reason), letters],
  [SavedView, 'name', alone(saveViewInput.shape.name), letters],
  [SavedView, 'query', alone(saveViewInput.shape.query), letters],
  [OrderReturn, 'note', alone(decideReturnInput.shape.note), letters],
];

test.each(fields.map(([model, column, ...rest]) => [model.name, column, model, ...rest] as const))(
  'the maximum input length of %s.%s is its column length',
  (_, column, model, accepts, textOf) => {
    const length = lengthOf(model, column);
    expect([accepts(textOf(length)), accepts(textOf(length + 1))]).toEqual([true, false]);
  },
);

test('every text of a product, its images and variants, of a mail and of a delivery method takes as many characters as its column holds', () => {
  const tried: string[] = [];
  const shapes: [Columns, Record<string, z.ZodType>][] = [
    [Product, productShape],
    [ProductImage, imageShape],
    [Variant, variantShape],
    [MailText, wordingShape],
    [StorePage, { title: pageShape.title, slug: pageShape.slug }],
    [DeliveryMethod, { name: deliveryShape.name, description: deliveryShape.description }],
  ];
  for (const [model, shape] of shapes) {
    for (const [name, schema] of Object.entries(shape)) {
      const length = lengthOf(model, name);
      if (Number.isNaN(length) || schema instanceof z.ZodEnum) continue;
      tried.push(name);
      const accepts = alone(schema);
      const textOf = /url$/i.test(name) ? (total: number) => `/media/${letters(total - 12)}.webp` : letters;
      expect([name, accepts(textOf(length)), accepts(textOf(length + 1))]).toEqual([name, true, false]);
    }
  }
  expect(tried).toEqual(expect.arrayContaining(['name', 'url', 'imageUrl', 'sku']));
});

test('the longest email and the longest key of a refund fit their columns', () => {
  const email = `${letters(60)}@${letters(60)}.${letters(60)}.example`;
  const longest = email.padStart(190, 'b');
  expect(registerInput.shape.email.safeParse(`b${longest}`).success).toBe(false);
  expect(longest.length).toBeLessThanOrEqual(lengthOf(User, 'email'));
  const { idempotencyKey } = refundInput.shape;
  expect([idempotencyKey.safeParse(letters(64)).success, idempotencyKey.safeParse(letters(65)).success]).toEqual([
    true,
    false,
  ]);
  expect(`order-L-ABCDEFGH-refund-${letters(64)}`.length).toBeLessThanOrEqual(lengthOf(Refund, 'idempotencyKey'));
});
