import type { RouterOutputs } from '@lantern/api/types';
import { Wrap } from '@lantern/ui/page';
import { NavLink } from 'react-router';
import { categoryPath } from '../lib/paths.ts';

/** The top shelves of the shop, on one line that scrolls sideways where it is too long. */
export function CategoryNav({ categories }: { categories: RouterOutputs['catalog']['categories'] }) {
  return (
    <nav className="category-nav" aria-label="Categories">
      <Wrap className="category-nav__line">
        <NavLink to="/all">All</NavLink>
        {categories.map(({ slug, name }) => (
          <NavLink key={slug} to={categoryPath(slug)}>
            {name}
          </NavLink>
        ))}
      </Wrap>
    </nav>
  );
}
