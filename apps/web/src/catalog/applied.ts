import type { RouterOutputs } from '@lantern/api/types';
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

type Facet = RouterOutputs['catalog']['facets']['options'][number];

/** What to call the active filters, beside their own names. */
export interface FilterNames {
  /** Of the category a search is filtered by. */
  categoryName?: string;
  /** Those of the list, which know what options are called in the language of the page. */
  facets?: { options: Facet[] };
}

/** The active filters. */
export function appliedOf(filters: Filters, { categoryName, facets }: FilterNames): Applied[] {
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
    const facet = facets?.options.find((known) => known.name === name);
    for (const value of values) {
      const label = `${isolated(facet?.label ?? name)}: ${isolated(labelOf(facet, value))}`;
      applied.push({ label, without: { options: toggled(options, name, value) } });
    }
  }
  return applied;
}

function labelOf(facet: Facet | undefined, value: string): string {
  return facet?.values.find((known) => known.value === value)?.label ?? value;
}
