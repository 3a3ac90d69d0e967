import { Chip } from '@lantern/ui/chip';
import type { Category } from './category-tree.ts';
import { FilterGroup } from './filter-panel.tsx';
import type { Filters } from './filters.ts';
import './category-chips.css';

interface CategoryChipsProps {
  categories: Category[];
  chosen: string | undefined;
  onChange: (changes: Filters) => void;
}

/** Keeps a search to one of the top categories. */
export function CategoryChips({ categories, chosen, onChange }: CategoryChipsProps) {
  return (
    <FilterGroup title="Category">
      <div className="category-chips">
        {categories.map(({ slug, name }) => (
          <Chip
            key={slug}
            pressed={slug === chosen}
            onPress={() => onChange({ category: slug === chosen ? undefined : slug })}
          >
            {name}
          </Chip>
        ))}
      </div>
    </FilterGroup>
  );
}
