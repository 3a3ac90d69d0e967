import { accentClass } from '@lantern/ui/accent';
import { Anchor } from '@lantern/ui/anchor';
import { cx } from '@lantern/ui/cx';
import { Picture } from '@lantern/ui/picture';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Category } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import { type Filters, filterParams } from './filters.ts';
import './subcategory-links.css';

interface SubcategoryLinksProps {
  /** Undefined while loading; its space is reserved. */
  top: Category | undefined;
  current: string;
  filters: Filters;
}

/**
 * Links to a top-level category and its subcategories; the same on each of them, so that nothing moves. Active filters
 * are kept.
 */
export function SubcategoryLinks({ top, current, filters }: SubcategoryLinksProps) {
  const query = filterParams(filters);
  if (!top) return <div className="subcategory-links" />;
  return (
    <nav className="subcategory-links" aria-label={t`Categories in ${{ name: top.name }}`}>
      {[top, ...top.children].map(({ slug, name, imageUrl, accent }) => (
        <Anchor
          key={slug}
          href={categoryPath(slug, query)}
          aria-current={slug === current ? 'page' : undefined}
          className={cx('subcategory-links__link', slug !== top.slug && accentClass(accent))}
        >
          {slug !== top.slug && imageUrl && <Picture src={imageUrl} alt="" side={28} />}
          {slug === top.slug ? (
            // One item of the link's flex box: between two, its gap would be added to the blank.
            <span>
              <Trans>
                All <bdi>{name}</bdi>
              </Trans>
            </span>
          ) : (
            <bdi>{name}</bdi>
          )}
        </Anchor>
      ))}
    </nav>
  );
}
