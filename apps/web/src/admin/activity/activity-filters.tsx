import { Chip } from '@lantern/ui/chip';
import { ChipSelect } from '@lantern/ui/chip-select';
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
  /** What the one thing is called that the log is narrowed to. */
  entityLabel: string | undefined;
  /** Beside them. */
  children: ReactNode;
}

const ALL = '';

/** Who, what, which kind of thing, and when; or one thing alone. */
export function ActivityFilters({ values, onChange, actors, entityLabel, children }: ActivityFiltersProps) {
  const { actor = ALL, action = ALL, entity = ALL } = values;
  const oneThing = entity.includes(':');
  return (
    <FilterBar>
      <ChipSelect
        label="Person"
        value={actor}
        options={options('Everyone', withChosen(actors, actor))}
        onChange={(value) => onChange({ actor: value })}
      />
      <ChipSelect
        label="Action"
        value={action}
        options={options('Any action', withChosen(actionsOf(entity), action), actionText)}
        onChange={(value) => onChange({ action: value })}
      />
      {oneThing ? (
        <Chip pressed removes onPress={() => onChange({ entity: ALL })}>
          {entityLabel ?? entity}
        </Chip>
      ) : (
        <ChipSelect
          label="Type"
          value={entity}
          options={[{ value: ALL, label: 'All types' }, ...entityOptions]}
          // An action is one kind's: another kind has no such.
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

/** An address may name one that is not offered. */
function withChosen(values: string[], chosen: string): string[] {
  return chosen === ALL || values.includes(chosen) ? values : [...values, chosen];
}
