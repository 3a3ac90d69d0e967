import { updateProductInput } from '@lantern/api/admin/products/schema';
import type { RouterInputs, RouterOutputs } from '@lantern/api/types';
import { z } from 'zod';

export type Product = RouterOutputs['admin']['products']['byId'];

/** The form holds what the API takes, all of it: its complaints then name the form's own fields. */
const fields = updateProductInput.omit({ id: true, version: true }).required();
export type ProductDraft = z.output<typeof fields>;
/** A program may leave a variant's options out; the form never does. */
export const productDraft = z
  .custom<ProductDraft>()
  .transform((draft): z.input<typeof fields> => draft)
  .pipe(fields);
export type VariantDraft = ProductDraft['variants'][number];
export type PictureDraft = ProductDraft['images'][number];

/** A row without a price: that is for a person to say. */
const emptyVariant: VariantDraft = { sku: '', options: {}, priceCents: Number.NaN, stock: 0 };

export const emptyProduct: ProductDraft = {
  name: '',
  slug: '',
  description: '',
  highlight: null,
  status: 'draft',
  categorySlugs: [],
  images: [],
  variants: [emptyVariant],
};

export function draftOf(product: Product): ProductDraft {
  const { name, slug, description, highlight, status, categorySlugs, images, variants } = product;
  return { name, slug, description, highlight, status, categorySlugs, images, variants };
}

/** A new product; `ownSlug` tells that its address is meant, and not only suggested from the name. */
export function createInput(draft: ProductDraft, ownSlug: boolean): RouterInputs['admin']['products']['create'] {
  const variants = draft.variants.map(({ id, stockBefore, ...entered }) => entered);
  return { ...draft, variants, slug: ownSlug ? draft.slug : undefined };
}

/** What the draft changes of the product, and nothing else. The stock goes with what the form began with. */
export function updateInput(product: Product, draft: ProductDraft): RouterInputs['admin']['products']['update'] {
  const { id, version } = product;
  const before = draftOf(product);
  const stockOf = new Map(product.variants.map((variant) => [variant.id, variant.stock]));
  const variants = draft.variants.map((variant) => ({
    ...variant,
    stockBefore: variant.id === undefined ? undefined : stockOf.get(variant.id),
  }));
  const changed = <Value>(is: Value, was: Value) => (JSON.stringify(is) === JSON.stringify(was) ? undefined : is);
  return {
    id,
    version,
    name: changed(draft.name, before.name),
    slug: changed(draft.slug, before.slug),
    description: changed(draft.description, before.description),
    highlight: changed(draft.highlight, before.highlight),
    status: changed(draft.status, before.status),
    categorySlugs: changed(draft.categorySlugs, before.categorySlugs),
    images: changed(draft.images, before.images),
    variants: changed(draft.variants, before.variants) && variants,
  };
}
