import { ChipDate } from '@lantern/ui/chip-date';
import { ChipSelect } from '@lantern/ui/chip-select';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { ownTimeZone } from './clock.ts';
import { labelled } from './labelled.ts';
import { choiceOf, isPeriod, type RangeChoice, type RangeValues } from './range.ts';
import { usePeriods } from './use-bounds.ts';

const choices: readonly { value: RangeChoice; label: MessageDescriptor }[] = [
  { value: 'any', label: msg`Any time` },
  { value: 'today', label: msg`Today` },
  { value: 'yesterday', label: msg`Yesterday` },
  { value: 'month', label: msg`This month` },
  { value: '1h', label: msg`Last hour` },
  { value: '24h', label: msg`Last 24 hours` },
  { value: '7d', label: msg`Last 7 days` },
  { value: '30d', label: msg`Last 30 days` },
  { value: 'custom', label: msg`Custom range` },
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
        label={t`Time`}
        value={choice}
        options={labelled(choices)}
        onChange={(value) => onChange({ range: value === 'any' ? undefined : value, from: undefined, to: undefined })}
      />
      {isPeriod(choice) && zone !== undefined && zone !== ownTimeZone && (
        <span className="muted">{t`Days in ${zone}, the store’s time`}</span>
      )}
      {choice === 'custom' && (
        <>
          <ChipDate
            label={t`From`}
            value={from}
            max={to}
            onChange={(day) => onChange({ range: 'custom', from: day })}
          />
          <ChipDate label={t`to`} value={to} min={from} onChange={(day) => onChange({ range: 'custom', to: day })} />
          {/* The reader's time zone, in which the times in the list are shown too. */}
          <span className="muted">{t`Days in ${ownTimeZone}`}</span>
        </>
      )}
    </>
  );
}
