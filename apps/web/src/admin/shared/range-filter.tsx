import { ChipDate } from '@lantern/ui/chip-date';
import { ChipSelect } from '@lantern/ui/chip-select';
import { useMemo } from 'react';
import { ownTimeZone } from './clock.ts';
import { boundsOf, choiceOf, type RangeChoice, type RangeValues } from './range.ts';

const choices: readonly { value: RangeChoice; label: string }[] = [
  { value: 'any', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: 'custom', label: 'Custom range' },
];

interface RangeFilterProps {
  values: RangeValues;
  onChange: (changes: RangeValues) => void;
}

/** A time range: a preset length or two dates. `rangeNames` are the names for `useUrlState`. */
export function RangeFilter({ values, onChange }: RangeFilterProps) {
  const choice = choiceOf(values);
  const { from, to } = values;
  return (
    <>
      <ChipSelect
        label="Time"
        value={choice}
        options={choices}
        onChange={(value) => onChange({ range: value === 'any' ? undefined : value, from: undefined, to: undefined })}
      />
      {choice === 'custom' && (
        <>
          <ChipDate label="From" value={from} max={to} onChange={(day) => onChange({ range: 'custom', from: day })} />
          <ChipDate label="to" value={to} min={from} onChange={(day) => onChange({ range: 'custom', to: day })} />
          {/* The reader's time zone, in which the times in the list are shown too. */}
          <span className="muted">Days in {ownTimeZone}</span>
        </>
      )}
    </>
  );
}

/** The range's bounds as a list's input. They stay the same until another range is chosen. */
export function useBounds({ range, from, to }: RangeValues) {
  return useMemo(() => boundsOf({ range, from, to }, Date.now()), [range, from, to]);
}
