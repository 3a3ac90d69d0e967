import { ChipDate } from '@lantern/ui/chip-date';
import { ChipSelect } from '@lantern/ui/chip-select';
import { ownTimeZone } from './clock.ts';
import { choiceOf, isPeriod, type RangeChoice, type RangeValues } from './range.ts';
import { usePeriods } from './use-bounds.ts';

const choices: readonly { value: RangeChoice; label: string }[] = [
  { value: 'any', label: 'Any time' },
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: 'month', label: 'This month' },
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

/** A time range: a period of the store's calendar, a length up to now, or two dates. */
export function RangeFilter({ values, onChange }: RangeFilterProps) {
  const choice = choiceOf(values);
  const { from, to } = values;
  const zone = usePeriods(values)?.timeZone;
  return (
    <>
      <ChipSelect
        label="Time"
        value={choice}
        options={choices}
        onChange={(value) => onChange({ range: value === 'any' ? undefined : value, from: undefined, to: undefined })}
      />
      {isPeriod(choice) && zone !== undefined && zone !== ownTimeZone && (
        <span className="muted">Days in {zone}, the store’s time</span>
      )}
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
