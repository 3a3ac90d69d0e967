// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Palette, type PaletteGroup } from './palette.tsx';

afterEach(cleanup);

const item = (key: string, label: string) => ({ key, label, href: `/${key}`, icon: null });
const groups: PaletteGroup[] = [
  { title: 'Pages', items: [item('orders', 'Orders')] },
  { title: 'Products', items: [item('p1', 'Desk lamp'), item('p2', 'Floor lamp')] },
];

const [onPick, onClose] = [vi.fn(), vi.fn()];
afterEach(() => {
  vi.clearAllMocks();
});

function Page({ loading = false, found = groups }: { loading?: boolean; found?: PaletteGroup[] }) {
  const [value, setValue] = useState('');
  return (
    <Palette
      label="Find anything"
      placeholder="Find"
      value={value}
      onChange={setValue}
      groups={found}
      onPick={onPick}
      onClose={onClose}
      loading={loading}
      status="3 results"
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Find anything' });
/** The text of the option that the field points at. */
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

test('options are in named groups, and arrows go round through all of them', async () => {
  render(<Page />);
  const products = screen.getByRole('group', { name: 'Products' });
  expect(within(products).getAllByRole('option')).toHaveLength(2);
  await userEvent.click(field());
  const seen = [active()];
  for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}']) {
    await userEvent.keyboard(key);
    seen.push(active());
  }
  expect(seen).toEqual(['Orders', 'Desk lamp', 'Floor lamp', 'Orders', 'Floor lamp']);
  await userEvent.keyboard('{Enter}');
  expect(onPick.mock.calls).toEqual([[groups[1]?.items[1]]]);
});

test('what is typed is bold, and the first option is active again', async () => {
  render(<Page />);
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowDown}la');
  expect(active()).toBe('Orders');
  const bold = [...document.querySelectorAll('b')].map(({ textContent }) => textContent);
  expect(bold).toEqual(['la', 'la']);
});

test('Enter waits for what is still looked for, unless an option was chosen', async () => {
  const { rerender } = render(<Page loading found={[]} />);
  await userEvent.type(field(), 'lamp{Enter}');
  expect(onPick).not.toHaveBeenCalled();
  rerender(<Page found={groups.slice(1)} />);
  expect(onPick.mock.calls).toEqual([[groups[1]?.items[0]]]);
  rerender(<Page loading />);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onPick).toHaveBeenCalledTimes(2);
});
