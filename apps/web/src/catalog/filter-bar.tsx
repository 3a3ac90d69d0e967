import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { sorts, type useFilters } from './use-filters.ts';
import './filter-bar.css';

interface FilterBarProps {
  total: number | undefined;
  state: ReturnType<typeof useFilters>;
  /** The name of the order without a choice, where it is not "Newest". */
  defaultSort?: string;
}

/** Sort, price and stock; every change goes into the address at once. */
export function FilterBar({ total, state: { filters, params, set }, defaultSort }: FilterBarProps) {
  const options = defaultSort ? [{ value: '', text: defaultSort }, ...sorts] : sorts;
  const price = (name: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      inputMode="decimal"
      // A new key when the address changes otherwise (a removed filter, the back button).
      key={`${name}-${params.get(name)}`}
      defaultValue={params.get(name) ?? ''}
      onBlur={(event) =>
        event.target.value !== (params.get(name) ?? '') && set(name, event.target.value.replace(',', '.'))
      }
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
  return (
    <div className="filter-bar">
      <p className="filter-bar__total num" role="status">
        {total === undefined ? ' ' : `${total.toLocaleString('en')} ${total === 1 ? 'product' : 'products'}`}
      </p>
      <label className="filter-bar__stock">
        <input
          type="checkbox"
          checked={filters.inStock ?? false}
          onChange={(event) => set('stock', event.target.checked ? '1' : '')}
        />
        In stock only
      </label>
      {price('from', 'Price from €')}
      {price('to', 'to €')}
      <SelectField
        label="Sort by"
        options={options}
        value={filters.sort ?? options[0]?.value}
        onChange={(event) => set('sort', event.target.value)}
      />
    </div>
  );
}
