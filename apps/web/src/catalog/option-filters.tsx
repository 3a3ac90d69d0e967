import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { type ChosenOptions, toggled } from './chosen-options.ts';
import './option-filters.css';

type Facet = RouterOutputs['catalog']['facets']['options'][number];

interface OptionFilterProps {
  facet: Facet;
  chosen: ChosenOptions | undefined;
  onChange: (chosen: ChosenOptions | undefined) => void;
}

/** More values than these are shown when they are asked for, if there are at least two. */
const FIRST_VALUES = 7;

/** The values of an option, each with the number of products that it would leave or add. */
export function OptionFilter({ facet: { name, label = name, values }, chosen, onChange }: OptionFilterProps) {
  const [first, setFirst] = useState(() => mostCommon(values));
  const own = chosen?.[name] ?? [];
  const shown = values.filter(({ value }) => !first || first.includes(value) || own.includes(value));
  return (
    <fieldset className="option-filter">
      <legend className="filter-panel__title">
        <bdi>{label}</bdi>
      </legend>
      {shown.map(({ value, label = value, count }) => (
        <Checkbox
          key={value}
          className="option-filter__value"
          checked={own.includes(value)}
          disabled={count === 0 && !own.includes(value)}
          onChange={() => onChange(toggled(chosen, name, value))}
          label={
            <>
              <bdi>{label}</bdi>{' '}
              <span className="option-filter__count num">
                {formatNumber(count)}
                <span className="visually-hidden"> {plural(count, { one: 'product', other: 'products' })}</span>
              </span>
            </>
          }
        />
      ))}
      {shown.length < values.length && (
        <Button variant="plain-link" size="small" onClick={() => setFirst(null)}>
          {t`Show all ${{ count: values.length }}`}
        </Button>
      )}
    </fieldset>
  );
}

/** What is shown at first, or null for all. They stay the same while counts change, so that nothing moves away. */
function mostCommon(values: Facet['values']): string[] | null {
  if (values.length <= FIRST_VALUES + 1) return null;
  const sorted = values.toSorted((a, b) => b.count - a.count);
  return sorted.slice(0, FIRST_VALUES).map(({ value }) => value);
}
