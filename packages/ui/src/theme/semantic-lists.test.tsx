import { Card, Item, List, Placeholder } from 'semantic-ui-react';
import { expect, test } from 'vitest';
import { Anchor } from '../anchor/anchor.tsx';
import { Benefits } from '../benefits/benefits.tsx';
import { CategoryTile } from '../category-tile/category-tile.tsx';
import { CategoryTiles } from '../category-tiles/category-tiles.tsx';
import { LineItemList, LineItemRow } from '../line-item-row/line-item-row.tsx';
import { ProductCard } from '../product-card/product-card.tsx';
import { ProductGrid } from '../product-grid/product-grid.tsx';
import { SkeletonBox, SkeletonText } from '../skeleton/skeleton.tsx';
import { outlineOf } from './testing/outline-of.ts';

/* What the shop's pages show has the markup of semantic-ui-react, without its code: decision 044. */

const item = { href: '/p/teapot', name: 'Teapot', imageUrl: null, accent: 1 };

test.each([
  [
    'benefits',
    <Benefits key="1" items={[{ title: 'Free delivery', text: 'from €50' }]} />,
    <List key="2" as="ul" className="benefits">
      <List.Item as="li" className="benefits__item">
        <List.Content>
          <List.Header className="benefits__title">Free delivery</List.Header>
          from €50
        </List.Content>
      </List.Item>
    </List>,
  ],
  [
    'a category tile',
    <CategoryTile key="1" {...item} count={3} />,
    <Card key="2" as="a" href="/p/teapot" className="category-tile accent-1">
      <span className="category-tile__image" />
      <Card.Header className="category-tile__name">
        <bdi>Teapot</bdi>
      </Card.Header>
      <Card.Meta className="category-tile__count">3 products</Card.Meta>
    </Card>,
  ],
  [
    'category tiles',
    <CategoryTiles key="1">tile</CategoryTiles>,
    <Card.Group key="2" as="ul" role="list" className="category-tiles">
      <li>tile</li>
    </Card.Group>,
  ],
  [
    'line items',
    <LineItemList key="1">
      <LineItemRow {...item} options="Red" discount="−€1" unitPriceCents={100} lineTotalCents={200} quantity="2" />
    </LineItemList>,
    <Item.Group key="2" as="ul" className="line-item-list">
      <Item as="li" className="line-item-row line-item-row--settled">
        <Anchor href="/p/teapot" className="line-item-row__image" aria-hidden="true">
          {'<image>'}
        </Anchor>
        <Item.Content className="line-item-row__what">
          <Item.Header as="a" href="/p/teapot" className="line-item-row__name">
            <bdi>Teapot</bdi>
          </Item.Header>
          <Item.Meta className="line-item-row__options">
            <bdi>Red</bdi>
          </Item.Meta>
          <Item.Meta className="line-item-row__unit">
            <span className="price line-item-row__unit-price">€1.00</span> each
          </Item.Meta>
          <Item.Meta className="line-item-row__discount num">−€1</Item.Meta>
        </Item.Content>
        <div className="line-item-row__quantity">2</div>
        <span className="price line-item-row__total">€2.00</span>
      </Item>
    </Item.Group>,
  ],
  [
    'a product card',
    <ProductCard key="1" {...item} priceCents={100} />,
    <Card key="2" as="a" href="/p/teapot" className="product-card">
      {'<image>'}
      <Card.Header className="product-card__name">
        <bdi>Teapot</bdi>
      </Card.Header>
      <Card.Meta className="product-card__line">
        <span className="price">€1.00</span>
      </Card.Meta>
    </Card>,
  ],
  [
    'a product grid',
    <ProductGrid key="1">card</ProductGrid>,
    <Card.Group key="2" as="ul" role="list" className="product-grid">
      <li className="product-grid__cell">card</li>
    </Card.Group>,
  ],
  [
    'a skeleton of text',
    <SkeletonText key="1" lines={1} />,
    <Placeholder key="2" fluid className="skeleton-text" aria-hidden="true">
      <Placeholder.Line className="skeleton-text__line" />
    </Placeholder>,
  ],
  [
    'a skeleton of a box',
    <SkeletonBox key="1" ratio="1" />,
    <Placeholder key="2" fluid className="skeleton-box" aria-hidden="true" style={{ aspectRatio: '1' }} />,
  ],
])('%s: the markup is that of semantic-ui-react', (_name, ours, theirs) => {
  expect(outlineOf(ours)).toBe(outlineOf(theirs));
});
