import { tintClass } from '@lantern/ui/tint';
import { NavLink } from 'react-router';
import { categoryPath } from '../lib/paths.ts';
import type { Category } from './category-tree.ts';
import './shelf-links.css';

/** The shelves of a top category, and all of it; the same on each of them, so that nothing moves on the way. */
export function ShelfLinks({ top }: { top: Category }) {
  return (
    <nav className="shelf-links" aria-label={`Shelves in ${top.name}`}>
      <NavLink to={categoryPath(top.slug)} className="shelf-links__link shelf-links__link--all">
        All {top.name}
      </NavLink>
      {top.children.map(({ slug, name, imageUrl, tint }) => (
        <NavLink key={slug} to={categoryPath(slug)} className={`shelf-links__link ${tintClass(tint)}`}>
          {imageUrl && <img src={imageUrl} alt="" width={28} height={28} />}
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
