import { Anchor } from '@lantern/ui/anchor';
import { formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import type { Category } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import { FilterGroup } from './filter-panel.tsx';
import { countFilters, type Filters, filterParams } from './filters.ts';
import './category-links.css';

interface CategoryLinksProps {
  categories: Category[];
  filters: Filters;
}

/**
 * Links from all products to one category, keeping the active filters; without filters, with the number of products.
 */
export function CategoryLinks({ categories, filters }: CategoryLinksProps) {
  const query = filterParams(filters);
  const counted = countFilters(filters) === 0;
  return (
    <FilterGroup title={t`Category`}>
      <ul className="category-links">
        {categories.map(({ slug, name, productCount }) => (
          <li key={slug}>
            <Anchor href={categoryPath(slug, query)} className="category-links__link">
              <bdi>{name}</bdi>
              {counted && <span className="category-links__count num">{formatNumber(productCount)}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </FilterGroup>
  );
}
