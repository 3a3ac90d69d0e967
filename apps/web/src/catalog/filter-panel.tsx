import type { RouterOutputs } from '@lantern/api/types';
import { PriceRange } from '@lantern/ui/price-range';
import { Toggle } from '@lantern/ui/toggle';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { Filters } from './filters.ts';
import { OptionFilter } from './option-filters.tsx';
import './filter-panel.css';

type Facets = RouterOutputs['catalog']['facets'];

interface FilterPanelProps {
  filters: Filters;
  onChange: (changes: Filters) => void;
  /** What the list can be narrowed down by; undefined while that is not known. */
  facets: Facets | undefined;
  /** More filters, above the usual ones. */
  children?: ReactNode;
}

/** The filters of a list; every change is written to the URL at once. */
export function FilterPanel({ filters, onChange, facets, children }: FilterPanelProps) {
  return (
    <div>
      {children}
      <FilterGroup title={t`Price`}>
        <PriceRange
          minCents={filters.minPriceCents ?? null}
          maxCents={filters.maxPriceCents ?? null}
          lowestCents={facets?.minPriceCents}
          highestCents={facets?.maxPriceCents}
          onChange={({ minCents, maxCents }) =>
            onChange({ minPriceCents: minCents ?? undefined, maxPriceCents: maxCents ?? undefined })
          }
        />
      </FilterGroup>
      <FilterGroup>
        <Toggle
          label={t`In stock only`}
          checked={filters.inStock ?? false}
          onChange={({ target }) => onChange({ inStock: target.checked || undefined })}
        />
      </FilterGroup>
      {facets?.options.map((facet) => (
        <FilterGroup key={facet.name}>
          <OptionFilter facet={facet} chosen={filters.options} onChange={(options) => onChange({ options })} />
        </FilterGroup>
      ))}
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
