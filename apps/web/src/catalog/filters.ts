import { MAX_PRICE_CENTS } from '@lantern/api/catalog/limits';
import type { RouterInputs } from '@lantern/api/types';
import { centsOfShortText, shortCentsText } from '@lantern/text/money-format';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { OPTION, readOptions, setOptions } from './chosen-options.ts';

/** The filters and sort order of a list, on category and search pages. */
export type Filters = Pick<
  RouterInputs['catalog']['search'],
  'category' | 'minPriceCents' | 'maxPriceCents' | 'inStock' | 'options' | 'sort'
>;
type Sort = NonNullable<Filters['sort']>;

export const sorts: readonly { value: Sort; label: MessageDescriptor }[] = [
  { value: 'newest', label: msg`Newest` },
  { value: 'price_asc', label: msg`Price, low to high` },
  { value: 'price_desc', label: msg`Price, high to low` },
  { value: 'name', label: msg`Name` },
];

/** The parameters of the URL that the filters are kept in; search pages also have a category. `*` is anything. */
export const filterNames = ['from', 'to', 'stock', `${OPTION}*`, 'sort'] as const;

/** Products per page: whole rows of two, three and four. */
export const PAGE_SIZE = 24;

/** Reads the filters from the URL. Invalid values are ignored; prices are put in order. */
export function readFilters(params: URLSearchParams): Filters {
  const from = centsOf(params.get('from'));
  const to = centsOf(params.get('to'));
  const crossed = from !== undefined && to !== undefined && from > to;
  return {
    category: params.get('in') || undefined,
    minPriceCents: crossed ? to : from,
    maxPriceCents: crossed ? from : to,
    inStock: params.get('stock') === '1' || undefined,
    options: readOptions(params),
    sort: sorts.find(({ value }) => value === params.get('sort'))?.value,
  };
}

/** Puts these filters into the parameters; others, such as the search query, are kept. */
export function setFilters(params: URLSearchParams, filters: Filters): void {
  const values = {
    in: filters.category,
    from: textOf(filters.minPriceCents),
    to: textOf(filters.maxPriceCents),
    stock: filters.inStock ? '1' : undefined,
    sort: filters.sort,
  };
  setOptions(params, filters.options);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
}

/** The filters as URL parameters of their own, for a link. */
export function filterParams(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  setFilters(params, filters);
  return params;
}

/** How many filters are active; the sort order does not count. */
export function countFilters({ sort: _, options = {}, ...filters }: Filters): number {
  const others = Object.values(filters).filter((value) => value !== undefined);
  return others.length + Object.values(options).flat().length;
}

function centsOf(text: string | null): number | undefined {
  const cents = centsOfShortText(text ?? '');
  return cents !== null && cents <= MAX_PRICE_CENTS ? cents : undefined;
}

function textOf(cents: number | undefined): string | undefined {
  return cents === undefined ? undefined : shortCentsText(cents);
}
