import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Product, type ProductField, productFields } from '@lantern/db/models/product';
import { type ImageFields, imageFields, ProductImage } from '@lantern/db/models/product-image';
import { Variant, type VariantField, variantFields } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { type AdminApi, startAdminServices } from '../../testing/admin-services.ts';
import { variantShape } from './schema.ts';

const { api } = await startAdminServices();

const facts = (...values: string[]) => values.map((value, index) => ({ name: `Fact ${index + 1}`, value }));
/** Two values for each field, none of them the default. */
const product = {
  name: ['Mug', 'Cup'],
  slug: ['mug-of-all-fields', 'cup-of-all-fields'],
  description: ['Holds tea.', 'Holds less.'],
  tagline: ['Fired twice', 'Fired once'],
  specification: [facts('Stoneware', '320 g'), facts('Earthenware')],
  // Active both times, because the catalogue shows nothing else; its undo is tested separately.
  status: ['active', 'active'],
} as const satisfies Record<ProductField, readonly [unknown, unknown]>;
const image = {
  url: ['/media/a.webp', '/media/b.webp'],
  alt: ['Front', 'Back'],
} as const satisfies Record<keyof ImageFields, readonly [unknown, unknown]>;
const variant = {
  sku: ['ALL-1', 'ALL-2'],
  options: [{ Size: 'S' }, { Size: 'L' }],
  priceCents: [1250, 1350],
  stock: [7, 9],
  imageUrl: ['/media/left.webp', '/media/right.webp'],
} as const satisfies Record<VariantField, readonly [unknown, unknown]>;

/** What the product has besides, for variants to show. */
const pictures = variant.imageUrl.map((url) => ({ url, alt: 'Side' }));

type Pairs = Readonly<Record<string, readonly [unknown, unknown]>>;
type Chosen<Of extends Pairs> = { [Key in keyof Of]: Of[Key][number] };
function chosen<Of extends Pairs>(pairs: Of, index: 0 | 1): Chosen<Of> {
  return Object.assign({}, ...Object.entries(pairs).map(([field, values]) => ({ [field]: values[index] })));
}

const create = () =>
  api.admin.products.create({
    ...chosen(product, 0),
    categorySlugs: [],
    images: [chosen(image, 0), ...pictures],
    variants: [chosen(variant, 0)],
  });

test('every field of products, images and variants is saved, returned, logged and undone', async () => {
  const made = await create();
  const { id } = made;
  const [row] = made.variants;
  const state = async () => {
    const read = await api.admin.products.byId({ id });
    const { updatedAt, version, ...shown } = read;
    const shopView = await api.catalog.bySlug({ slug: read.slug });
    // The catalogue shows the same fields, except the status.
    const { status, ...fields } = pick(read, productFields);
    expect(shopView).toMatchObject({ ...fields, images: read.images, variants: read.variants });
    return shown;
  };
  const first = await state();
  expect(first).toMatchObject(chosen(product, 0));
  expect(first.images).toEqual([chosen(image, 0), ...pictures]);
  expect(first.variants).toEqual([{ id: row?.id, ...chosen(variant, 0) }]);

  const change = async (input: Omit<Parameters<AdminApi['admin']['products']['update']>[0], 'id' | 'version'>) => {
    const { version } = await api.admin.products.byId({ id });
    await api.admin.products.update({ id, version, ...input });
    const { seq } = await activityHead();
    const entry = await ActivityEntry.findByPk(seq, { raw: true });
    return { seq, logged: (entry?.changes ?? []).map(({ field }) => field.split('.')) };
  };
  const undo = async (seq: number) => {
    await api.admin.activity.undo({ seq });
    expect(await state()).toEqual(first);
  };

  for (const field of productFields.filter((name) => name !== 'status')) {
    const { seq, logged } = await change(pick(chosen(product, 1), [field]));
    expect(logged).toEqual([[field]]);
    expect(await state()).toMatchObject(pick(chosen(product, 1), [field]));
    await undo(seq);
  }
  for (const field of imageFields) {
    const { seq, logged } = await change({
      images: [{ ...chosen(image, 0), ...pick(chosen(image, 1), [field]) }, ...pictures],
    });
    expect(logged).toEqual([['images', '0', field]]);
    expect((await state()).images).toMatchObject([pick(chosen(image, 1), [field]), ...pictures]);
    await undo(seq);
  }
  for (const field of variantFields) {
    const variants = [{ id: row?.id, ...chosen(variant, 0), ...pick(chosen(variant, 1), [field]) }];
    const { seq, logged } = await change({ variants });
    expect(logged.map((names) => names[2])).toEqual([field]);
    expect((await state()).variants).toMatchObject([pick(chosen(variant, 1), [field])]);
    await undo(seq);
  }

  // A field that an older client omits keeps its value.
  const needed = variantFields.filter((field) => {
    const leftOut = variantShape[field].safeParse(undefined);
    return !leftOut.success || leftOut.data !== undefined;
  });
  await change({ variants: [{ id: row?.id, ...pick(chosen(variant, 0), needed) }] });
  expect(await state()).toEqual(first);

  // All fields at once, and removed images and variants.
  const images = [chosen(image, 1), ...pictures];
  const all = { ...chosen(product, 1), images, variants: [{ id: row?.id, ...chosen(variant, 1) }] };
  await undo((await change(all)).seq);
  const second = { ...chosen(variant, 1), sku: 'ALL-3' };
  await undo((await change({ images: [], variants: [second] })).seq);
  const { seq } = await change({ status: 'archived' });
  await undo(seq);
});

test('every column is an editable field or a known derived one', () => {
  const known = ['id', 'createdAt', 'updatedAt'];
  const columns = (model: { getAttributes(): object }) => Object.keys(model.getAttributes()).sort();
  expect(columns(Product)).toEqual(
    [...known, ...productFields, 'nameKey', 'priceCents', 'stock', 'version', 'stockMovesSeen'].sort(),
  );
  expect(columns(ProductImage)).toEqual([...known, ...imageFields, 'productId', 'position'].sort());
  const ofVariant = ['productId', 'position', 'stockMoves', 'archivedAt', 'archivedSku', 'archivedStock'];
  expect(columns(Variant)).toEqual([...known, ...variantFields, ...ofVariant].sort());
});
