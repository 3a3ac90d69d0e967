import { z } from 'zod';
import { pageInput, text } from '../shared/schema.ts';
import { MAX_OPTIONS, MAX_PRICE_CENTS, MAX_QUERY, MAX_VALUES } from './limits.ts';

const priceCents = z.number().int().min(0).max(MAX_PRICE_CENTS);
const slug = text.min(1).max(160);
const query = text.max(MAX_QUERY, `Please search with at most ${MAX_QUERY} characters.`);

/** Chosen values by option, each as long as an admin can make it. */
const chosenOptions = z
  .record(text.min(1).max(40), z.array(text.min(1).max(80)).min(1).max(MAX_VALUES))
  .refine((chosen) => Object.keys(chosen).length <= MAX_OPTIONS);

/** The filters of product lists and searches. */
const catalogFilters = z.object({
  category: slug.optional(),
  minPriceCents: priceCents.optional(),
  maxPriceCents: priceCents.optional(),
  inStock: z.boolean().optional(),
  options: chosenOptions.optional(),
  sort: z.enum(['newest', 'price_asc', 'price_desc', 'name']).optional(),
});
export type CatalogFilters = z.infer<typeof catalogFilters>;
export type Sort = NonNullable<CatalogFilters['sort']>;

const pageOfProducts = pageInput.extend(catalogFilters.shape);
export const listInput = pageOfProducts.prefault({});
export const searchInput = pageOfProducts.extend({
  q: query,
  /** True: "under 20 €" is searched as words, not read as a price. */
  literal: z.boolean().optional(),
});
export const facetsInput = catalogFilters
  .omit({ sort: true })
  .extend({ q: query.optional(), literal: z.boolean().optional() })
  .prefault({});
export const suggestInput = z.object({ q: query });
export const slugInput = z.object({ slug });
