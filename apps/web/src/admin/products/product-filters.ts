import { type ProductSort, productSorts } from '@lantern/api/admin/products/schema';
import type { listParameters } from '@lantern/api/admin/views/schema';
import type { RouterInputs } from '@lantern/api/types';
import { truncate } from '@lantern/text/normalize';
import { language } from '@lantern/ui/language';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { type ProductStatus, statusChoices, statuses } from '../fields/product-status.ts';
import { languageName } from '../fields/translated-texts.ts';

type ListInput = Exclude<RouterInputs['admin']['products']['list'], void>;

/** The filters kept in the URL. */
export type ProductFilterValues = Partial<Record<(typeof listParameters.products)[number], string>>;

export const sortOptions: readonly { value: ProductSort; label: MessageDescriptor }[] = [
  { value: 'newest', label: msg`Newest first` },
  { value: 'name', label: msg`Name, A to Z` },
  { value: 'name_desc', label: msg`Name, Z to A` },
  { value: 'price_asc', label: msg`Price, low to high` },
  { value: 'price_desc', label: msg`Price, high to low` },
  { value: 'stock_asc', label: msg`Least stock first` },
  { value: 'stock_desc', label: msg`Most stock first` },
];

export const statusOptions: readonly { value: ProductStatus | 'any'; label: MessageDescriptor }[] = [
  { value: 'any', label: msg`Any status` },
  ...statusChoices,
];

export const stockOptions = [
  { value: '', label: msg`Any stock` },
  { value: 'low', label: msg`Low or sold out` },
] as const;

/** Which translations a product may lack. */
export function translationOptions(): { value: string; label: string }[] {
  const [, ...others] = language().all;
  const missing = others.map((code) => ({ value: code, label: t`No name in ${{ language: languageName(code) }}` }));
  return [{ value: '', label: t`Any translation` }, ...missing];
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
