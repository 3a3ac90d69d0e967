import type { RouterInputs } from '@lantern/api/types';
import { useSearchParams } from 'react-router';

type Filters = Pick<RouterInputs['catalog']['list'], 'minPriceCents' | 'maxPriceCents' | 'inStock' | 'sort'>;
type Sort = NonNullable<Filters['sort']>;

export const sorts: readonly { value: Sort; text: string }[] = [
  { value: 'newest', text: 'Newest' },
  { value: 'price_asc', text: 'Price, low to high' },
  { value: 'price_desc', text: 'Price, high to low' },
  { value: 'name', text: 'Name' },
];

/** The list's filters, kept in the address, so that a page can be sent on and gone back to. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters: Filters = {
    minPriceCents: centsOf(params.get('from')),
    maxPriceCents: centsOf(params.get('to')),
    inStock: params.get('stock') === '1' || undefined,
    sort: sorts.find(({ value }) => value === params.get('sort'))?.value,
  };
  const set = (name: 'from' | 'to' | 'stock' | 'sort', value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return { filters, params, set };
}

/** "12.50" → 1250; anything that is no price is no filter. */
function centsOf(euros: string | null): number | undefined {
  const value = Number(euros);
  return euros && value >= 0 && value <= 1_000_000 ? Math.round(value * 100) : undefined;
}
