import { Children, type ReactNode } from 'react';
import { Card } from 'semantic-ui-react';
import './category-tiles.css';

/** The row of category tiles: three a row on a phone; as many as fit on a desk. */
export function CategoryTiles({ children }: { children: ReactNode }) {
  return (
    // The role is written out because Safari forgets that a list without bullets is one.
    <Card.Group as="ul" role="list" className="category-tiles">
      {Children.map(children, (tile) => (
        <li>{tile}</li>
      ))}
    </Card.Group>
  );
}
