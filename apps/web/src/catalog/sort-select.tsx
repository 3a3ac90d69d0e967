import { Select } from '@lantern/ui/select';
import { t } from '@lingui/core/macro';
import { type Filters, sorts } from './filters.ts';

interface SortSelectProps {
  sort: Filters['sort'];
  /** The default order: best match for a search. */
  usual: { value: 'newest' | 'best'; label: string };
  onChange: (changes: Filters) => void;
}

/** Selects the sort order. The default is not written to the URL. */
export function SortSelect({ sort, usual, onChange }: SortSelectProps) {
  const others = sorts.filter(({ value }) => value !== usual.value);
  const options = [usual, ...others.map(({ value, label }) => ({ value, label: t(label) }))];
  return (
    <Select
      label={t`Sort by`}
      value={sort ?? usual.value}
      options={options}
      onChange={(value) => onChange({ sort: value === 'best' || value === usual.value ? undefined : value })}
    />
  );
}
