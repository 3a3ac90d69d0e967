import { Chip } from '@lantern/ui/chip';
import { t } from '@lingui/core/macro';
import { FilterGroup } from './filter-panel.tsx';
import type { Filters } from './filters.ts';
import './category-chips.css';

interface CategoryChipsProps {
  /** The categories with matches, and how many; without, if there are too many matches to count. */
  categories: { slug: string; name: string; count: number }[];
  countsAreExact: boolean;
  chosen: string | undefined;
  onChange: (changes: Filters) => void;
}

/** Narrows a search down to one top-level category. */
export function CategoryChips({ categories, countsAreExact, chosen, onChange }: CategoryChipsProps) {
  if (categories.length === 0) return null;
  return (
    <FilterGroup title={t`Category`}>
      <div className="category-chips">
        {categories.map(({ slug, name, count }) => (
          <Chip
            key={slug}
            pressed={slug === chosen}
            count={countsAreExact ? count : undefined}
            onPress={() => onChange({ category: slug === chosen ? undefined : slug })}
          >
            {name}
          </Chip>
        ))}
      </div>
    </FilterGroup>
  );
}
