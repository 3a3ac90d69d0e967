import { Select } from '@lantern/ui/select';
import { type Filters, sorts } from './filters.ts';

interface SortSelectProps {
  sort: Filters['sort'];
  /** What is meant where the address says nothing: the search has its best match. */
  usual: { value: 'newest' | 'best'; label: string };
  onChange: (changes: Filters) => void;
}

/** The order of a list. The usual one is not written into the address. */
export function SortSelect({ sort, usual, onChange }: SortSelectProps) {
  const options = [usual, ...sorts.filter(({ value }) => value !== usual.value)];
  return (
    <Select
      label="Sort by"
      value={sort ?? usual.value}
      options={options}
      onChange={(value) => onChange({ sort: value === 'best' || value === usual.value ? undefined : value })}
    />
  );
}
