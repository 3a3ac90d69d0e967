import { productShape } from '@lantern/api/admin/products/schema';
import { BulkChange } from '@lantern/db/models/bulk-change';
import { z } from 'zod';
import type { Answer } from './http-store.ts';
import { type Client, type Field, line, type TextFieldCase, unique } from './text-field-case.ts';

const { description, slug, ...ownFields } = productShape;

/** A product's own lines of text, by their schemas: a new one is tested without being named here. */
const ownLines = Object.entries(ownFields).flatMap(([name, schema]): [string, Field][] => {
  let text: z.core.$ZodType = schema;
  while (text instanceof z.ZodNullable || text instanceof z.ZodOptional) text = text.unwrap();
  if (!(text instanceof z.ZodString)) return [];
  const empty = text.safeParse('').success ? { empty: '' as const } : {};
  return [[name, line(text.maxLength ?? Number.NaN, { ...empty, logged: true })]];
});

const productFields: Record<string, Field> = {
  ...Object.fromEntries(ownLines),
  description: { rule: 'lines', max: 10_000, empty: '', logged: true },
  'texts.*.name': line(160, { empty: 'nothing', logged: true }),
  'texts.*.tagline': line(40, { empty: 'nothing', logged: true }),
  'texts.*.description': { rule: 'lines', max: 10_000, empty: 'nothing', logged: true },
  'specification.*.name': line(60),
  'specification.*.value': line(300),
  'images.*.alt': line(255, { empty: '', logged: true }),
  'variants.*.sku': { rule: 'code', max: 64, logged: true },
  'variants.*.options.{}': line(40, { logged: true }),
  'variants.*.options.*': line(80, { logged: true }),
};
const product = () => ({
  name: unique('Mug'),
  description: 'Holds tea.',
  tagline: 'Fired twice',
  specification: [{ name: 'Material', value: 'Stoneware' }],
  status: 'active',
  texts: { de: { name: 'Becher', tagline: 'Gebrannt', description: 'Fasst Tee.' } },
  categorySlugs: ['things'],
  images: [{ url: '/media/1f3a7.webp', alt: 'Front' }],
  variants: [{ sku: unique('MUG'), options: { Size: 'S' }, priceCents: 1000, stock: 5 }],
});
const asRead = (admin: Client) => async (answer: Answer) => {
  const { id, slug } = answer.body.result.data;
  const reads = [await admin.query('admin.products.byId', { id }), await admin.query('catalog.bySlug', { slug })];
  return [answer.body.result.data, ...reads.map(({ body }) => body.result.data)];
};

/** The cases of the mutations of products. */
export const productFieldCases: Record<string, TextFieldCase> = {
  'admin.products.create': {
    fields: productFields,
    others: ['categorySlugs.*', 'images.*.url', 'slug', 'texts.{}', 'variants.*.imageUrl'],
    prepare: async (_, admin) => ({ by: admin, input: product(), read: asRead(admin) }),
  },
  'admin.products.update': {
    fields: productFields,
    others: ['categorySlugs.*', 'images.*.url', 'slug', 'texts.{}', 'variants.*.imageUrl'],
    async prepare(_, admin) {
      const first = { ...product(), description: '', tagline: null, images: [] };
      const { body } = await admin.mutate('admin.products.create', first);
      const { id, version } = body.result.data;
      return { by: admin, input: { id, version, ...product() }, read: asRead(admin) };
    },
  },
  'admin.products.bulkUpdate': {
    fields: { idempotencyKey: line(100) },
    others: ['versions.{}'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.products.create', product());
      const { id, version } = body.result.data;
      const change = { kind: 'price', percent: 10 };
      return {
        by: admin,
        input: { ids: [id], versions: { [id]: version }, change, idempotencyKey: crypto.randomUUID() },
        read: async () => BulkChange.findAll({ order: [['id', 'DESC']], limit: 1, raw: true }),
      };
    },
  },
};
