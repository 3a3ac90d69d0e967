import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Benefits } from '../benefits/benefits.tsx';
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx';
import { Button } from '../button/button.tsx';
import { CategoryTile } from '../category-tile/category-tile.tsx';
import { CategoryTiles } from '../category-tiles/category-tiles.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { ErrorState } from '../error-state/error-state.tsx';
import { FormError } from '../form-error/form-error.tsx';
import { LineItemList, LineItemRow } from '../line-item-row/line-item-row.tsx';
import { OrderSummary } from '../order-summary/order-summary.tsx';
import { Page } from '../page/page.tsx';
import { Panel } from '../panel/panel.tsx';
import { ProductCard } from '../product-card/product-card.tsx';
import { ProductGrid } from '../product-grid/product-grid.tsx';
import { ProgressLine } from '../progress-line/progress-line.tsx';
import { SkeletonText } from '../skeleton/skeleton.tsx';
import { Statistic } from '../statistic/statistic.tsx';
import { StatusLabel } from '../status-label/status-label.tsx';
import { Tag } from '../tag/tag.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { Timeline } from '../timeline/timeline.tsx';

/* The markup of Semantic UI: the elements that the place calls for, and no warning of React's. */

const item = { href: '/p/teapot', name: 'Teapot', imageUrl: null, accent: 1 };

test.each([
  ['benefits', <Benefits key="1" items={[{ title: 'Free delivery', text: 'from €50' }]} />, 'ul>li'],
  ['breadcrumbs', <Breadcrumbs key="1" items={[{ label: 'All', href: '/' }, { label: 'Tea' }]} />, 'nav>a'],
  ['a button', <Button key="1">Buy</Button>, 'button'],
  ['a category tile', <CategoryTile key="1" {...item} />, 'a'],
  ['category tiles', <CategoryTiles key="1">tile</CategoryTiles>, 'ul>li'],
  ['an empty page', <EmptyState key="1" page title="Nothing" />, 'div>span'],
  ['an error', <ErrorState key="1" />, 'div[role=alert]>span'],
  ['a form’s error', <FormError key="1" title="No" />, 'div[role=alert]>svg'],
  [
    'a panel',
    <Panel key="1" title="Status">
      text
    </Panel>,
    'section>div',
  ],
  [
    'a page',
    <Page key="1" title="Cart">
      text
    </Page>,
    'div>div',
  ],
  ['a product card', <ProductCard key="1" {...item} priceCents={100} />, 'a>span'],
  ['a product grid', <ProductGrid key="1">card</ProductGrid>, 'ul>li'],
  ['a progress line', <ProgressLine key="1" value={1} max={2} label="Shown" />, 'svg[role=progressbar]>rect'],
  ['a skeleton', <SkeletonText key="1" />, 'div>div'],
  ['a statistic', <Statistic key="1" label="Orders" value="3" />, 'div>dt'],
  [
    'a status',
    <StatusLabel key="1" tone="good">
      Paid
    </StatusLabel>,
    'span',
  ],
  ['a tag', <Tag key="1">Admin</Tag>, 'span'],
  ['a text field', <TextField key="1" label="Name" />, 'div>label'],
  ['a timeline', <Timeline key="1" events={[{ key: '1', label: 'Placed', at: null }]} />, 'ol>li'],
  [
    'line items',
    <LineItemList key="1">
      <LineItemRow {...item} unitPriceCents={100} lineTotalCents={200} quantity="2" />
    </LineItemList>,
    'ul>li',
  ],
  [
    'an order summary',
    <OrderSummary key="1" subtotalCents={1} shippingCents={0} taxCents={0} totalCents={1} />,
    'section>h2',
  ],
])('%s has the right elements', (_name, element, outline) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const html = renderToStaticMarkup(element);
  expect(error.mock.calls).toEqual([]);
  const [outer = '', inner] = outline.split('>');
  const [, tag = '', role] = /^(\w+)(?:\[role=(\w+)\])?$/.exec(outer) ?? [];
  expect(html).toMatch(new RegExp(`^<${tag}\\b${role ? `[^>]*role="${role}"` : ''}`));
  if (inner) expect(html).toMatch(new RegExp(`^<[^>]+><${inner}\\b`));
});

test('a progress line says how far it is', () => {
  const html = (value: number, max: number) => renderToStaticMarkup(<ProgressLine value={value} max={max} label="x" />);
  expect(html(1, 3)).toContain('aria-valuenow="33"');
  expect(html(5, 3)).toContain('aria-valuenow="100"');
  expect(html(0, 0)).toContain('aria-valuenow="100"');
});
