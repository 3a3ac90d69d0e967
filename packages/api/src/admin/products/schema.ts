import { z } from 'zod';
import { MAX_PRICE_CENTS } from '../../catalog/limits.ts';
import { code, idempotencyKey, languageCode, multiline, pageInput, rowId, slug, text } from '../../shared/schema.ts';
import { variantProblems } from './variants/variant-problems.ts';

const MAX_VARIANTS = 100;
const MAX_IMAGES = 20;
export const MAX_STOCK = 1_000_000;

const productStatus = z.enum(['draft', 'active', 'archived']);

const name = text.min(1, 'Please enter a name.').max(160, 'Use at most 160 characters.');
const description = multiline.max(10_000, 'Use at most 10,000 characters.');
const tagline = text.max(40, 'Use at most 40 characters.').nullable();
export const MAX_FACTS = 40;

const fact = z.strictObject({
  name: text.min(1, 'Please enter a name.').max(60, 'Use at most 60 characters.'),
  value: text.min(1, 'Please enter a value.').max(300, 'Use at most 300 characters.'),
});

/** The facts about a product, in order. Names differ, because whoever looks for one wants one answer. */
const specification = z
  .array(fact)
  .max(MAX_FACTS, `At most ${MAX_FACTS} facts.`)
  .superRefine((facts, ctx) => {
    const names = facts.map(({ name }) => name.toLowerCase());
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) === index) continue;
      ctx.addIssue({ code: 'custom', path: [index, 'name'], message: 'Another fact has this name.' });
    }
  });

const productSlug = slug(160);
const categorySlugs = z.array(text.min(1).max(120)).max(20, 'Choose at most 20 categories.');
const version = z.number().int().min(1);

/** Only images hosted by the store: other sites could change them, and would see who looks at them. */
const imageUrl = z
  .string()
  .max(255)
  .regex(/^\/media\/(?:[\w-]+\/)*[\w-]+\.(?:webp|avif|png|jpe?g|gif)$/, 'Please upload this image.');
export const imageShape = {
  url: imageUrl,
  alt: text.max(255, 'Use at most 255 characters.'),
};
const images = z.array(z.strictObject(imageShape)).max(MAX_IMAGES, `At most ${MAX_IMAGES} images.`);

const sku = code.min(1, 'Please enter a SKU.').max(64, 'Use at most 64 characters.');
const optionName = text.min(1, 'Please name this option.').max(40, 'Use at most 40 characters.');
const optionValue = text.min(1, 'Please enter a value.').max(80, 'Use at most 80 characters.');
const stock = z
  .number('Please enter a number.')
  .int('Whole numbers only.')
  .min(0, 'At least 0 items.')
  .max(MAX_STOCK, 'At most 1,000,000 items.');

/** The editable fields of a product, without its lists. */
export const productShape = {
  name,
  slug: productSlug,
  description,
  tagline,
  specification,
  status: productStatus,
};

/** The texts of a product in a language other than the store's first, which is shown where they are null or empty. */
export const textShape = {
  name: text.max(160, 'Use at most 160 characters.').nullable(),
  tagline,
  description: description.nullable(),
};
const texts = z.record(languageCode, z.strictObject(textShape).partial());
export type TextValues = z.output<typeof texts>;

/** The editable fields of a variant. */
export const variantShape = {
  sku,
  options: z.record(optionName, optionValue).default({}),
  priceCents: z
    .number('Please enter a price.')
    .int('Whole cents only.')
    .min(0, 'A price cannot be negative.')
    .max(MAX_PRICE_CENTS, 'This price is too high.'),
  stock,
  /** One of the product's images; any other becomes null. */
  imageUrl: imageUrl.nullable().optional(),
};
const variant = z.strictObject(variantShape);
/** `id` is omitted for a new one. `stockBefore` is what the form showed: the stock then changes by the difference. */
const savedVariant = variant.extend({ id: rowId.optional(), stockBefore: stock.optional() });

const variantsOf = <Variant extends typeof variant>(element: Variant) =>
  z
    .array(element)
    .min(1, 'Add at least one variant.')
    .max(MAX_VARIANTS, `At most ${MAX_VARIANTS} variants.`)
    .superRefine((variants, ctx) => {
      for (const { path, message } of variantProblems(variants)) ctx.addIssue({ code: 'custom', path, message });
    });

export const productInput = z.object({ id: rowId });

export const stockHistoryInput = pageInput.extend({ variantId: rowId });
export type StockHistoryInput = z.output<typeof stockHistoryInput>;

/** Each is read in the order of an index. */
export const productSorts = [
  'newest',
  'name',
  'name_desc',
  'price_asc',
  'price_desc',
  'stock_asc',
  'stock_desc',
] as const;
export type ProductSort = (typeof productSorts)[number];

export const productListInput = pageInput.extend({
  /** Any part of a name or slug, or the beginning of a SKU: as typed, in capitals or in small letters. */
  q: text.max(100, 'Please search with at most 100 characters.').optional(),
  status: productStatus.optional(),
  category: text.min(1).max(120).optional(),
  /** `low`: one of their variants is sold out or will be soon. */
  stock: z.enum(['low']).optional(),
  /** Only those without a name in this language. */
  untranslated: languageCode.optional(),
  sort: z.enum(productSorts).default('newest'),
});
export type ProductListQuery = z.output<typeof productListInput>;

/** Without a slug, one is derived from the name. */
export const createProductInput = z.strictObject({
  ...productShape,
  slug: productSlug.optional(),
  tagline: tagline.optional(),
  texts: texts.optional(),
  specification: specification.default([]),
  categorySlugs,
  images: images.default([]),
  variants: variantsOf(variant),
});
export type CreateProduct = z.output<typeof createProductInput>;

/** Omitted fields and languages keep their value; lists replace the whole list. `version` is that of the product as read. */
export const updateProductInput = z.strictObject({
  id: rowId,
  version,
  ...z.strictObject(productShape).partial().shape,
  texts: texts.optional(),
  categorySlugs: categorySlugs.optional(),
  images: images.optional(),
  variants: variantsOf(savedVariant).optional(),
});
export type UpdateProduct = z.output<typeof updateProductInput>;
export type VariantValues = NonNullable<UpdateProduct['variants']>[number];
export type ImageValues = CreateProduct['images'][number];

const edited = { id: rowId, version };
/**
 * One field of one variant, whose `id` it is, as a list edits it: what it was on the page, and what it shall be. `version` is that of the
 * product as read.
 */
export const editVariantInput = z.discriminatedUnion('field', [
  z.strictObject({
    ...edited,
    field: z.literal('priceCents'),
    before: variantShape.priceCents,
    after: variantShape.priceCents,
  }),
  z.strictObject({ ...edited, field: z.literal('stock'), before: stock, after: stock }),
]);
export type EditVariant = z.output<typeof editVariantInput>;

const MAX_PRODUCTS = 200;
const choose = <Item extends z.ZodType>(item: Item) =>
  z.array(item).min(1, 'Choose at least one product.').max(MAX_PRODUCTS, `Choose at most ${MAX_PRODUCTS} products.`);

const percent = z
  .number('Please enter a number.')
  .min(-100, 'A price cannot fall by more than 100 per cent.')
  .max(1000, 'At most 1,000 %.')
  .multipleOf(0.01, 'At most two decimals.');

/** What is added to a price; taken off, if it is negative. */
const byCents = z
  .number('Please enter a number.')
  .int('Whole cents only.')
  .min(-MAX_PRICE_CENTS, 'This is too high.')
  .max(MAX_PRICE_CENTS, 'This is too high.');

/** A status for all, or a change of all prices: by per cent, by an amount, or to a price. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: productStatus }),
  z.strictObject({ kind: z.literal('price'), percent }),
  z.strictObject({ kind: z.literal('price_by'), byCents }),
  z.strictObject({ kind: z.literal('price_set'), priceCents: variantShape.priceCents }),
]);
export type PriceChange = Exclude<z.output<typeof change>, { kind: 'status' }>;

/** A preview of one change to many products. */
export const bulkPreviewInput = z.strictObject({ ids: choose(rowId), change });
export type BulkPreviewInput = z.output<typeof bulkPreviewInput>;

/**
 * Applies such a change. It lists each product with the previewed version, in `products` or as `ids` with
 * `versions`, and an idempotency key. A change of prices requires both, because its result depends on the
 * current prices; a status change does not.
 */
export const bulkUpdateInput = z
  .strictObject({
    products: choose(z.strictObject({ id: rowId, version: version.optional() })).optional(),
    ids: choose(rowId).optional(),
    versions: z.record(z.string().regex(/^\d{1,10}$/), version).optional(),
    change,
    idempotencyKey: idempotencyKey(100).optional(),
  })
  .transform(({ products, ids, versions = {}, ...rest }) => {
    const selected = products ?? (ids ?? []).map((id) => ({ id, version: undefined }));
    return { ...rest, products: selected.map(({ id, version: own }) => ({ id, version: own ?? versions[id] })) };
  })
  .superRefine(({ products, change: { kind }, idempotencyKey: key }, ctx) => {
    const addError = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (products.length === 0) addError('products', 'Choose at least one product.');
    if (kind === 'status') return;
    if (products.some(({ version: own }) => own === undefined)) {
      addError('products', 'A change of prices needs the version of each product from the preview.');
    }
    if (key === undefined) addError('idempotencyKey', 'A change of prices needs an idempotency key.');
  });
export type BulkUpdate = z.output<typeof bulkUpdateInput>;
