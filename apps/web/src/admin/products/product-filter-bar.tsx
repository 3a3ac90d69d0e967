import type { RouterOutputs } from '@lantern/api/types';
import { ChipSelect } from '@lantern/ui/chip-select';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { FilterBar } from '../shared/admin-page.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import {
  listInput,
  type ProductFilterValues,
  sortOptions,
  statusOptions,
  stockOptions,
  translationOptions,
} from './product-filters.ts';

type Category = RouterOutputs['admin']['categories']['list'][number];

interface ProductFilterBarProps {
  values: ProductFilterValues;
  onChange: (changes: ProductFilterValues) => void;
}

/** Search, status, category, stock, translation and sort order, kept in the URL. */
export function ProductFilterBar({ values, onChange }: ProductFilterBarProps) {
  const { data: tree = [] } = useQuery(useTRPC().admin.categories.list.queryOptions());
  const { status = 'any', stock = '', untranslated = '', sort = 'newest' } = listInput(values);
  const translations = translationOptions();
  const categories = [{ value: '', label: 'Any category' }, ...optionsOf(tree)];
  return (
    <FilterBar>
      <SearchFilter
        label="Search products"
        placeholder="Name, URL or SKU"
        value={values.q}
        onChange={(q) => onChange({ q })}
      />
      <ChipSelect
        label="Status"
        value={status}
        options={statusOptions}
        onChange={(value) => onChange({ status: value === 'any' ? undefined : value })}
      />
      <ChipSelect
        label="Category"
        value={values.category ?? ''}
        options={categories}
        onChange={(category) => onChange({ category })}
      />
      <ChipSelect label="Stock" value={stock} options={stockOptions} onChange={(value) => onChange({ stock: value })} />
      {translations.length > 1 && (
        <ChipSelect
          label="Translation"
          value={untranslated}
          options={translations}
          onChange={(value) => onChange({ untranslated: value })}
        />
      )}
      <ChipSelect
        label="Order"
        value={sort}
        options={sortOptions}
        onChange={(value) => onChange({ sort: value === 'newest' ? undefined : value })}
      />
    </FilterBar>
  );
}

/** The tree as a flat list, indented by level. */
function optionsOf(tree: Category[], depth = 0): { value: string; label: string }[] {
  return tree.flatMap(({ slug, name, children }) => [
    { value: slug, label: `${'\u2003'.repeat(depth)}${name}` },
    ...optionsOf(children, depth + 1),
  ]);
}
