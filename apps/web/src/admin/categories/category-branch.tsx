import { Anchor } from '@lantern/ui/anchor';
import { IconButton } from '@lantern/ui/icon-button';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminProductsPath } from '../paths.ts';
import type { Editing } from './category-dialog.tsx';
import type { Category } from './tree.ts';
import { useCategoryRefresh } from './use-category-refresh.ts';

interface CategoryBranchProps {
  categories: Category[];
  /** All siblings are shown in store order, so they can be moved. */
  movable: boolean;
  onEdit: (editing: Editing) => void;
  onDelete: (category: Category) => void;
}

/** The categories of one level, with their actions and subcategories. */
export function CategoryBranch({ categories, movable, onEdit, onDelete }: CategoryBranchProps) {
  return (
    <ul className="categories-page__branch">
      {categories.map((category, index) => (
        <li key={category.id}>
          <CategoryRow
            category={category}
            first={!movable || index === 0}
            last={!movable || index === categories.length - 1}
            onEdit={onEdit}
            onDelete={onDelete}
          />
          {category.children.length > 0 && (
            <CategoryBranch categories={category.children} movable={movable} onEdit={onEdit} onDelete={onDelete} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface CategoryRowProps extends Omit<CategoryBranchProps, 'categories' | 'movable'> {
  category: Category;
  first: boolean;
  last: boolean;
}

function CategoryRow({ category, first, last, onEdit, onDelete }: CategoryRowProps) {
  const { id, name, slug, position, productCount } = category;
  const refresh = useCategoryRefresh();
  const toast = useToast();
  const move = useMutation(
    useTRPC().admin.categories.update.mutationOptions({
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled: refresh,
    }),
  );
  // Not disabled while it moves, which would lose the focus of someone who presses again.
  const moveTo = (place: number) => !move.isPending && move.mutate({ id, position: place, positionBefore: position });
  return (
    <div className="categories-page__row">
      <span className="categories-page__name">
        <bdi>{name}</bdi>
      </span>
      <Anchor className="categories-page__count" href={`${adminProductsPath}?category=${encodeURIComponent(slug)}`}>
        <Trans>
          <Plural value={productCount} one="# product" other="# products" />
          <span className="visually-hidden"> in {name}</span>
        </Trans>
      </Anchor>
      <span className="categories-page__actions">
        <IconButton label={t`Move ${name} up`} disabled={first} onClick={() => moveTo(position - 1)}>
          <ArrowUp size="1.125rem" aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Move ${name} down`} disabled={last} onClick={() => moveTo(position + 1)}>
          <ArrowDown size="1.125rem" aria-hidden="true" />
        </IconButton>
        <IconButton label={t`New category below ${name}`} onClick={() => onEdit({ parentSlug: slug })}>
          <Plus size="1.125rem" aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Rename or move ${name}`} onClick={() => onEdit({ category })}>
          <Pencil size="1.125rem" aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Delete ${name}`} onClick={() => onDelete(category)}>
          <Trash2 size="1.125rem" aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
}
