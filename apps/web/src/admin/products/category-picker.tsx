import { Checkbox } from '@lantern/ui/checkbox';
import { ErrorState } from '@lantern/ui/error-state';
import { Panel } from '@lantern/ui/panel';
import { SearchField } from '@lantern/ui/search-field';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { type Category, placesIn, searchTree } from '../categories/tree.ts';
import type { ProductDraft } from './draft.ts';
import './category-picker.css';

/** With more than this many, a search field is shown. */
const MANY = 12;

/** A checkbox for every category, as a tree. Parents of a selected category are included automatically. */
export function CategoryPicker() {
  const tree = useQuery(useTRPC().admin.categories.list.queryOptions());
  const { control } = useFormContext<ProductDraft>();
  const { field, fieldState } = useController({ control, name: 'categorySlugs' });

  const [words, setWords] = useState('');

  function toggle(slug: string, chosen: boolean) {
    const others = field.value.filter((other) => other !== slug);
    field.onChange(chosen ? [...others, slug] : others);
  }

  function branch(categories: Category[]) {
    return (
      <ul className="category-picker__branch">
        {categories.map(({ slug, name, children }) => (
          <li key={slug}>
            <Checkbox
              label={<bdi>{name}</bdi>}
              name={field.name}
              checked={field.value.includes(slug)}
              onChange={({ target }) => toggle(slug, target.checked)}
              onBlur={field.onBlur}
            />
            {children.length > 0 && branch(children)}
          </li>
        ))}
      </ul>
    );
  }

  return (
    <Panel title={t`Categories`}>
      {tree.data ? (
        <>
          {placesIn(tree.data).length > MANY && (
            <SearchField label={t`Search categories`} value={words} onChange={setWords} />
          )}
          <div className="category-picker">{branch(searchTree(tree.data, words, field.value))}</div>
        </>
      ) : tree.error ? (
        <ErrorState text={messageOf(tree.error)} onRetry={() => void tree.refetch()} retrying={tree.isFetching} />
      ) : (
        <SkeletonText lines={6} />
      )}
      {fieldState.error && <p className="category-picker__error">{fieldState.error.message}</p>}
    </Panel>
  );
}
