// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { english, setLanguage } from '../language/language.tsx';
import { PriceRange } from './price-range.tsx';

afterEach(cleanup);

test.each([
  ['12.50', 1250],
  ['12,50', 1250],
  ['12', 1200],
  ['0.29', 29],
  ['1,000.05', 100_005],
])('a price typed as %s is reported as %i cents', async (typed, cents) => {
  const onChange = vi.fn();
  render(<PriceRange minCents={null} maxCents={9900} onChange={onChange} />);
  await userEvent.type(screen.getByLabelText('From'), `${typed}{Enter}`);
  expect(onChange.mock.calls).toEqual([[{ minCents: cents, maxCents: 9900 }]]);
});

test('a price is reported on leaving the field, and only if it changed', async () => {
  const onChange = vi.fn();
  render(<PriceRange minCents={1250} maxCents={null} onChange={onChange} />);
  await userEvent.click(screen.getByLabelText('From'));
  await userEvent.tab();
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('To'), '40');
  await userEvent.tab();
  expect(onChange.mock.calls).toEqual([[{ minCents: 1250, maxCents: 4000 }]]);
});

test('an emptied field removes the limit', async () => {
  const onChange = vi.fn();
  render(<PriceRange minCents={1250} maxCents={null} onChange={onChange} />);
  await userEvent.clear(screen.getByLabelText('From'));
  await userEvent.tab();
  expect(onChange.mock.calls).toEqual([[{ minCents: null, maxCents: null }]]);
});

test.each(['cheap', '12.3456', '-5', '1.2.3'])('%s is kept in the field, refused, and not reported', async (typed) => {
  const onChange = vi.fn();
  render(<PriceRange minCents={null} maxCents={null} onChange={onChange} />);
  const from = screen.getByLabelText<HTMLInputElement>('From');
  await userEvent.type(from, `${typed}{Enter}`);
  const alert = screen.getByRole('alert');
  expect(onChange).not.toHaveBeenCalled();
  expect(from.value).toBe(typed);
  expect(from.getAttribute('aria-invalid')).toBe('true');
  expect(from.getAttribute('aria-describedby')).toBe(alert.id);
});

test('in German, prices have a comma, as typed, as given and as suggested', async () => {
  const former = setLanguage(() => ({ ...english, code: 'de' }));
  const onChange = vi.fn();
  render(<PriceRange minCents={1250} maxCents={null} lowestCents={650} highestCents={9900} onChange={onChange} />);
  const [from, to] = screen.getAllByRole<HTMLInputElement>('textbox');
  expect([from?.value, to?.value, from?.placeholder, to?.placeholder]).toEqual(['12,50', '', '6,50', '99']);
  await userEvent.type(to ?? expect.fail('There is one field.'), '40,25{Enter}');
  expect(onChange.mock.calls).toEqual([[{ minCents: 1250, maxCents: 4025 }]]);
  expect(to?.value).toBe('40,25');
  setLanguage(former);
});
