import type { RouterOutputs } from '@lantern/api/types';
import { ChipSelect } from '@lantern/ui/chip-select';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { FilterBar } from '../shared/admin-page.tsx';
import { labelled } from '../shared/labelled.ts';
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
  const categories = [{ value: '', label: t`Any category` }, ...optionsOf(tree)];
  return (
    <FilterBar>
      <SearchFilter
        label={t`Search products`}
        placeholder={t`Name, URL or SKU`}
        value={values.q}
        onChange={(q) => onChange({ q })}
      />
      <ChipSelect
        label={t`Status`}
        value={status}
        options={labelled(statusOptions)}
        onChange={(value) => onChange({ status: value === 'any' ? undefined : value })}
      />
      <ChipSelect
        label={t`Category`}
        value={values.category ?? ''}
        options={categories}
        onChange={(category) => onChange({ category })}
      />
      <ChipSelect
        label={t`Stock`}
        value={stock}
        options={labelled(stockOptions)}
        onChange={(value) => onChange({ stock: value })}
      />
      {translations.length > 1 && (
        <ChipSelect
          label={t`Translation`}
          value={untranslated}
          options={translations}
          onChange={(value) => onChange({ untranslated: value })}
        />
      )}
      <ChipSelect
        label={t({ message: 'Order', context: 'sorting' })}
        value={sort}
        options={labelled(sortOptions)}
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
