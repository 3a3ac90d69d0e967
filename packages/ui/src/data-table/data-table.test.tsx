// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Column, DataTable } from './data-table.tsx';

afterEach(cleanup);

interface Order {
  number: string;
  total: string;
}

const columns: Column<Order>[] = [
  { key: 'number', header: 'Order', cell: ({ number }) => number },
  { key: 'total', header: 'Total', align: 'right', cell: ({ total }) => total },
];
const rows = [
  { number: 'L-1', total: '€12.00' },
  { number: 'L-2', total: '€40.00' },
];

const open = (props: Partial<Parameters<typeof DataTable<Order>>[0]> = {}) =>
  render(<DataTable label="Orders" columns={columns} rows={rows} rowKey={({ number }) => number} {...props} />);

test('a table has a name, headings, and a row for each item, with roles that survive another display', () => {
  open();
  const table = screen.getByRole('table', { name: 'Orders' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Order', 'Total']);
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  for (const element of table.querySelectorAll('thead, tbody, tr, th, td')) {
    expect(element.getAttribute('role'), element.outerHTML).not.toBeNull();
  }
});

test('on a card each line has the heading of its column, but for the title', () => {
  open();
  const cells = screen.getAllByRole('cell').slice(0, 2);
  expect(cells.map(({ dataset }) => dataset.label)).toEqual([undefined, 'Total']);
  expect(cells[0]?.className).toContain('card-table__cell--title');
});

test('a card has no line for a cell without content', () => {
  const next: Column<Order> = { key: 'next', header: 'Next', cell: ({ number }) => (number === 'L-1' ? 'Ship' : null) };
  open({ columns: [...columns, next] });
  const hidden = screen.getAllByRole('cell').map(({ className }) => className.includes('card-table__cell--desk'));
  expect(hidden).toEqual([false, false, false, false, false, true]);
});

test('the first cell links to the row, and no other does', () => {
  open({ rowHref: ({ number }) => `/orders/${number}` });
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/orders/L-1', '/orders/L-2']);
  expect(links[0]?.textContent).toBe('L-1');
});

test('the selection is the first column, in the head and in each row', () => {
  open({
    selection: {
      header: <input type="checkbox" aria-label="All" />,
      cell: ({ number }) => <input type="checkbox" aria-label={number} />,
    },
  });
  const boxes = screen.getAllByRole('row').map((row) => within(row).getByRole('checkbox'));
  expect(boxes.map((box) => box.getAttribute('aria-label'))).toEqual(['All', 'L-1', 'L-2']);
});

test('a heading says how the rows are sorted, and pressing it sorts them by its column', () => {
  const sorts = { ascending: 'total', descending: 'most' };
  const sortable = columns.map((column) => (column.key === 'total' ? { ...column, sorts } : column));
  for (const [value, said, next] of [
    ['newest', null, 'total'],
    ['total', 'ascending', 'most'],
    ['most', 'descending', 'total'],
  ] as const) {
    const onChange = vi.fn();
    open({ columns: sortable, sorting: { value, onChange } });
    const [plain, heading] = screen.getAllByRole('columnheader');
    expect(heading?.getAttribute('aria-sort')).toBe(said);
    expect(plain?.querySelector('button')).toBeNull();
    heading?.querySelector('button')?.click();
    expect(onChange).toHaveBeenCalledWith(next);
    cleanup();
  }
});

test('while it loads the table is busy, and its rows are as many cells wide', () => {
  open({ rows: [], loading: true });
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
  const [, first] = screen.getAllByRole('row');
  expect(first?.children).toHaveLength(2);
});

test('without rows it shows what is there instead', () => {
  open({ rows: [], empty: <p>No orders yet</p> });
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('No orders yet')).toBeTruthy();
});
