import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import { t } from '@lingui/core/macro';
import { appliedOf, type FilterNames } from './applied.ts';
import type { Filters } from './filters.ts';
import './applied-filters.css';

interface AppliedFiltersProps extends FilterNames {
  filters: Filters;
  onChange: (changes: Filters) => void;
}

const none: Filters = {
  category: undefined,
  minPriceCents: undefined,
  maxPriceCents: undefined,
  inStock: undefined,
  options: undefined,
};

/** The active filters, each with a button to remove it. */
export function AppliedFilters({ filters, onChange, ...names }: AppliedFiltersProps) {
  const applied = appliedOf(filters, names);
  if (applied.length === 0) return null;
  return (
    <div className="applied-filters">
      {applied.map(({ label, without }) => (
        <Chip key={label} pressed removes onPress={() => onChange(without)}>
          {label}
        </Chip>
      ))}
      {applied.length > 1 && (
        <Button variant="plain-link" size="small" onClick={() => onChange(none)}>
          {t`Clear all`}
        </Button>
      )}
    </div>
  );
}
