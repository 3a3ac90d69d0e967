import { type ProductSort, productSorts } from '@lantern/api/admin/products/schema';
import type { listParameters } from '@lantern/api/admin/views/schema';
import type { RouterInputs } from '@lantern/api/types';
import { truncate } from '@lantern/text/normalize';
import { language } from '@lantern/ui/language';
import { type ProductStatus, statuses, statusWords } from '../fields/product-status.ts';
import { languageName } from '../fields/translated-texts.ts';

type ListInput = Exclude<RouterInputs['admin']['products']['list'], void>;

/** The filters kept in the URL. */
export type ProductFilterValues = Partial<Record<(typeof listParameters.products)[number], string>>;

export const sortOptions: readonly { value: ProductSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'Name, A to Z' },
  { value: 'name_desc', label: 'Name, Z to A' },
  { value: 'price_asc', label: 'Price, low to high' },
  { value: 'price_desc', label: 'Price, high to low' },
  { value: 'stock_asc', label: 'Least stock first' },
  { value: 'stock_desc', label: 'Most stock first' },
];

export const statusOptions: readonly { value: ProductStatus | 'any'; label: string }[] = [
  { value: 'any', label: 'Any status' },
  ...statuses.map((value) => ({ value, label: statusWords[value] })),
];

export const stockOptions = [
  { value: '', label: 'Any stock' },
  { value: 'low', label: 'Low or sold out' },
] as const;

/** Which translations a product may lack. */
export function translationOptions(): { value: string; label: string }[] {
  const [, ...others] = language().all;
  const missing = others.map((code) => ({ value: code, label: `No name in ${languageName(code)}` }));
  return [{ value: '', label: 'Any translation' }, ...missing];
}

/** The server's input for these filters; invalid values are left out. */
export function listInput({ q, status, category, stock, untranslated, sort }: ProductFilterValues): ListInput {
  return {
    q: q && truncate(q, 100),
    status: statuses.find((known) => known === status),
    category,
    stock: stock === 'low' ? stock : undefined,
    untranslated: language().all.find((known) => known === untranslated),
    sort: productSorts.find((known) => known === sort),
  };
}
