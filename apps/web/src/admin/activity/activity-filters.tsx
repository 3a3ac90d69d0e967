import { Chip } from '@lantern/ui/chip';
import { ChipSelect } from '@lantern/ui/chip-select';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { FilterBar } from '../shared/admin-page.tsx';
import type { RangeValues } from '../shared/range.ts';
import { RangeFilter } from '../shared/range-filter.tsx';
import { actionsOf, actionText, entityOptions } from './action-words.ts';

interface Values extends RangeValues {
  actor?: string;
  action?: string;
  entity?: string;
}

interface ActivityFiltersProps {
  values: Values;
  onChange: (changes: Values) => void;
  /** The admins to choose from. */
  actors: string[];
  /** The label of the entity that the log is narrowed down to. */
  entityLabel: string | undefined;
  /** Shown beside the filters. */
  children: ReactNode;
}

const ALL = '';

/** Filters by person, action, entity type and time, or by a single entity. */
export function ActivityFilters({ values, onChange, actors, entityLabel, children }: ActivityFiltersProps) {
  const { actor = ALL, action = ALL, entity = ALL } = values;
  const oneThing = entity.includes(':');
  return (
    <FilterBar>
      <ChipSelect
        label={t`Person`}
        value={actor}
        options={options(t`Everyone`, withChosen(actors, actor))}
        onChange={(value) => onChange({ actor: value })}
      />
      <ChipSelect
        label={t`Action`}
        value={action}
        options={options(t`Any action`, withChosen(actionsOf(entity), action), actionText)}
        onChange={(value) => onChange({ action: value })}
      />
      {oneThing ? (
        <Chip pressed removes onPress={() => onChange({ entity: ALL })}>
          {entityLabel ?? entity}
        </Chip>
      ) : (
        <ChipSelect
          label={t`Type`}
          value={entity}
          options={[{ value: ALL, label: t`All types` }, ...entityOptions()]}
          // Each action belongs to one entity type.
          onChange={(value) => onChange({ entity: value, action: actionsOf(value).includes(action) ? action : ALL })}
        />
      )}
      <RangeFilter values={values} onChange={onChange} />
      {children}
    </FilterBar>
  );
}

function options(all: string, values: string[], text = (value: string) => value) {
  return [{ value: ALL, label: all }, ...values.map((value) => ({ value, label: text(value) }))];
}

/** The URL may name a value that is not among the options. */
function withChosen(values: string[], chosen: string): string[] {
  return chosen === ALL || values.includes(chosen) ? values : [...values, chosen];
}
