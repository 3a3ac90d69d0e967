import { isolated } from '@lantern/text/isolated';
import { formatCents } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { toggled } from './chosen-options.ts';
import type { Filters } from './filters.ts';

/** An active filter, and what to change to be without it. */
export interface Applied {
  label: string;
  without: Filters;
}

/** The active filters. @param categoryName of the category a search is filtered by. */
export function appliedOf(filters: Filters, categoryName?: string): Applied[] {
  const { category, minPriceCents, maxPriceCents, inStock, options = {} } = filters;
  const applied: Applied[] = [];
  if (category) applied.push({ label: categoryName ?? category, without: { category: undefined } });
  if (minPriceCents !== undefined) {
    applied.push({ label: t`From ${{ price: formatCents(minPriceCents) }}`, without: { minPriceCents: undefined } });
  }
  if (maxPriceCents !== undefined) {
    applied.push({ label: t`Up to ${{ price: formatCents(maxPriceCents) }}`, without: { maxPriceCents: undefined } });
  }
  if (inStock) applied.push({ label: t`In stock`, without: { inStock: undefined } });
  for (const [name, values] of Object.entries(options)) {
    for (const value of values) {
      const label = `${isolated(name)}: ${isolated(value)}`;
      applied.push({ label, without: { options: toggled(options, name, value) } });
    }
  }
  return applied;
}
