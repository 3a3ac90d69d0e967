import { Anchor } from '@lantern/ui/anchor';
import { Wrap } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import type { Category } from '../lib/category-tree.ts';
import { categoryPath } from '../lib/paths.ts';
import { useCurrentCategory } from './use-current-category.ts';
import './category-nav.css';

/** The top-level categories on one line, which scrolls sideways if too long. */
export function CategoryNav({ categories }: { categories: Category[] }) {
  const current = useCurrentCategory(categories);
  const line = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const link = current && line.current?.querySelector<HTMLElement>('[aria-current]');
    // Only sideways: `scrollIntoView` would scroll the page too.
    if (link && line.current) line.current.scrollLeft = link.offsetLeft - line.current.clientWidth / 2;
  }, [current]);
  const links = [
    { href: '/all', name: t({ message: 'All', comment: 'The link to all products, before the categories' }) },
    ...categories.map(({ slug, name }) => ({ href: categoryPath(slug), name })),
  ];
  return (
    <nav className="category-nav" aria-label={t`Categories`}>
      <Wrap>
        <ul className="category-nav__line" ref={line}>
          {links.map(({ href, name }) => (
            <li key={href}>
              <Anchor href={href} aria-current={href === current ? 'true' : undefined}>
                <bdi>{name}</bdi>
              </Anchor>
            </li>
          ))}
        </ul>
      </Wrap>
    </nav>
  );
}
