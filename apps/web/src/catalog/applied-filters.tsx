import { formatCents } from '@lantern/text/euros';
import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import type { Filters } from './filters.ts';
import './applied-filters.css';

interface AppliedFiltersProps {
  filters: Filters;
  onChange: (changes: Filters) => void;
  /** The name of the category a search is filtered by. */
  categoryName?: string;
}

const none: Filters = { category: undefined, minPriceCents: undefined, maxPriceCents: undefined, inStock: undefined };

/** The active filters, each with a button to remove it. */
export function AppliedFilters({ filters, onChange, categoryName }: AppliedFiltersProps) {
  const { category, minPriceCents, maxPriceCents, inStock } = filters;
  const applied: { label: string; without: Filters }[] = [];
  if (category) applied.push({ label: categoryName ?? category, without: { category: undefined } });
  if (minPriceCents !== undefined) {
    applied.push({ label: `From ${formatCents(minPriceCents)}`, without: { minPriceCents: undefined } });
  }
  if (maxPriceCents !== undefined) {
    applied.push({ label: `Up to ${formatCents(maxPriceCents)}`, without: { maxPriceCents: undefined } });
  }
  if (inStock) applied.push({ label: 'In stock', without: { inStock: undefined } });
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
          Clear all
        </Button>
      )}
    </div>
  );
}
