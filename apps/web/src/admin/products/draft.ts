import { updateProductInput } from '@lantern/api/admin/products/schema';
import type { RouterInputs, RouterOutputs } from '@lantern/api/types';
import { dequal } from 'dequal/lite';
import { z } from 'zod';
import { keysOf, pick } from '../../lib/pick.ts';
import { productFieldNames, productFields } from '../fields/product-fields.ts';
import { allTexts, emptyTexts, type Texts } from '../fields/translated-texts.ts';
import { type VariantColumn, variantColumns, variantFields } from '../fields/variant-fields.ts';

export type Product = RouterOutputs['admin']['products']['byId'];

/** The form has all fields of the API's input, so the API's errors name the form's fields. */
const fields = updateProductInput.omit({ id: true, version: true }).required();
type Fields = z.output<typeof fields>;
/** API clients may leave out optional fields; the form has them all, except the `id` of a new variant. */
export type VariantDraft = Omit<Product['variants'][number], 'id'> & Pick<Fields['variants'][number], 'id'>;
export type ProductDraft = Omit<Fields, 'variants' | 'texts'> & {
  variants: VariantDraft[];
  /** In all languages but the store's first. */
  texts: Record<string, Texts>;
};
export const productDraft = z
  .custom<ProductDraft>()
  .transform((draft): z.input<typeof fields> => draft)
  .pipe(fields)
  .transform(({ variants, texts, ...entered }): ProductDraft => {
    const filled = Object.entries(texts).map(([language, own]) => [language, { ...emptyTexts, ...own }]);
    return {
      ...entered,
      texts: Object.fromEntries(filled),
      variants: variants.map((variant) => ({ ...emptyVariant, ...variant })),
    };
  });
export type ImageDraft = ProductDraft['images'][number];

const draftFields = keysOf(fields.shape);

/** An empty row. */
export const emptyVariant: VariantDraft = {
  options: {},
  ...emptyValues(variantFields, variantColumns),
};

/** A product to begin with. */
export const emptyProduct: ProductDraft = {
  ...emptyValues(productFields, productFieldNames),
  specification: [],
  texts: allTexts({}),
  categorySlugs: [],
  images: [],
  variants: [emptyVariant],
};

type Empty<Of extends Record<string, { empty: unknown }>> = { [Name in keyof Of]: Of[Name]['empty'] };
function emptyValues<Of extends Record<string, { empty: unknown }>>(of: Of, names: (keyof Of)[]): Empty<Of> {
  return Object.assign({}, ...names.map((name) => ({ [name]: of[name]?.empty })));
}

export function draftOf(product: Product): ProductDraft {
  return { ...pick(product, draftFields), texts: allTexts(product.texts) };
}

/** Input for a new product; `ownSlug` means the slug was edited and is not just the suggestion. */
export function createInput(draft: ProductDraft, ownSlug: boolean): RouterInputs['admin']['products']['create'] {
  const variants = draft.variants.map(({ id, ...entered }) => entered);
  return { ...draft, variants, slug: ownSlug ? draft.slug : undefined };
}

/** Only the fields that the draft changes. Stock is sent with the value the form started from. */
export function updateInput(product: Product, draft: ProductDraft): RouterInputs['admin']['products']['update'] {
  const { id, version } = product;
  const before = draftOf(product);
  const isChanged = (name: keyof ProductDraft) => !dequal(draft[name], before[name]);
  const changed: Partial<ProductDraft> = pick(draft, draftFields.filter(isChanged));
  const stockOf = new Map(product.variants.map((variant) => [variant.id, variant.stock]));
  const variants = changed.variants?.map((variant) => ({
    ...variant,
    stockBefore: variant.id === undefined ? undefined : stockOf.get(variant.id),
  }));
  return { id, version, ...changed, ...(variants && { variants }) };
}

/** The fields that variants of a product usually share. */
export function sharedOf(variant: VariantDraft): Partial<VariantDraft> {
  const isShared = (name: VariantColumn) => variantFields[name].shared;
  return pick(variant, variantColumns.filter(isShared));
}
