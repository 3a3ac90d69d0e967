import { Children, type ReactNode } from 'react';
import './category-tiles.css';

/** The row of category tiles: three a row on a phone; as many as fit on a desk. */
export function CategoryTiles({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one.
    <ul role="list" className="ui cards category-tiles">
      {Children.map(children, (tile) => (
        <li>{tile}</li>
      ))}
    </ul>
  );
}
