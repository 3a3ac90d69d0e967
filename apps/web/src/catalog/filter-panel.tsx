import { PriceRange } from '@lantern/ui/price-range';
import { Toggle } from '@lantern/ui/toggle';
import type { ReactNode } from 'react';
import type { Filters } from './filters.ts';
import './filter-panel.css';

interface FilterPanelProps {
  filters: Filters;
  onChange: (changes: Filters) => void;
  /** More filters, above the usual ones. */
  children?: ReactNode;
}

/** The filters of a list; every change is written to the URL at once. */
export function FilterPanel({ filters, onChange, children }: FilterPanelProps) {
  return (
    <div>
      {children}
      <FilterGroup title="Price">
        <PriceRange
          minCents={filters.minPriceCents ?? null}
          maxCents={filters.maxPriceCents ?? null}
          onChange={({ minCents, maxCents }) =>
            onChange({ minPriceCents: minCents ?? undefined, maxPriceCents: maxCents ?? undefined })
          }
        />
      </FilterGroup>
      <FilterGroup>
        <Toggle
          label="In stock only"
          checked={filters.inStock ?? false}
          onChange={({ target }) => onChange({ inStock: target.checked || undefined })}
        />
      </FilterGroup>
    </div>
  );
}

/** A group of filters. */
export function FilterGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="filter-panel__group">
      {title && <p className="filter-panel__title">{title}</p>}
      {children}
    </div>
  );
}
