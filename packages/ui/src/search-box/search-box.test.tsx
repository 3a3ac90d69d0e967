// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { SearchBox, type SearchSuggestion } from './search-box.tsx';

afterEach(cleanup);

const suggestions: SearchSuggestion[] = [
  { key: 'p1', label: 'Clamp desk lamp', href: '/p/clamp-desk-lamp', imageUrl: null },
  { key: 'c1', label: 'Lighting', href: '/c/lighting' },
];

const [onSubmit, onPick] = [vi.fn(), vi.fn()];
afterEach(() => {
  vi.clearAllMocks();
});

function Page({ list }: { list: SearchSuggestion[] }) {
  const [value, setValue] = useState('');
  return (
    <SearchBox
      value={value}
      onChange={setValue}
      onSubmit={onSubmit}
      onPick={onPick}
      suggestions={value === '' ? [] : list}
      nothing="No suggestions"
    />
  );
}

function open(list = suggestions) {
  render(<Page list={list} />);
  const field = screen.getByRole<HTMLInputElement>('combobox');
  /** The text of the option that the field points at. */
  const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
  return { field, active };
}

test('arrows go through the suggestions and back to the field', async () => {
  const { field, active } = open();
  await userEvent.type(field, 'lam');
  await screen.findAllByRole('option');
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(active()).toBeUndefined();
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('Clamp desk lamp');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('Lighting');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBeUndefined();
  await userEvent.keyboard('{ArrowUp}');
  expect(active()).toBe('Lighting');
});

test('Enter picks the active suggestion, or searches for what is typed', async () => {
  const { field } = open();
  await userEvent.type(field, ' lam {Enter}');
  expect(onSubmit.mock.calls).toEqual([['lam']]);
  await userEvent.type(field, 'p{ArrowDown}{Enter}');
  expect(onPick.mock.calls).toEqual([[suggestions[0]]]);
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('the first Escape closes the list, the second one empties the field', async () => {
  const { field } = open();
  await userEvent.type(field, 'lam{Escape}');
  expect([field.getAttribute('aria-expanded'), field.value]).toEqual(['false', 'lam']);
  await userEvent.keyboard('{Escape}');
  expect(field.value).toBe('');
});

test('the list closes when the focus leaves, and the clear button keeps it in the field', async () => {
  const { field } = open();
  await userEvent.type(field, 'lam');
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
  expect([field.value, document.activeElement]).toEqual(['', field]);
  await userEvent.type(field, 'lam');
  await userEvent.click(document.body);
  expect(field.getAttribute('aria-expanded')).toBe('false');
});

test('without suggestions it says so, in a live region', async () => {
  const { field } = open([]);
  await userEvent.type(field, 'zzz');
  expect(screen.getByRole('status').textContent).toBe('No suggestions');
});

test('the typed letters are marked at the beginning of words', async () => {
  const { field } = open();
  await userEvent.type(field, 'la des');
  const marked = [...(screen.getAllByRole('option')[0]?.querySelectorAll('b') ?? [])].map(
    ({ textContent }) => textContent,
  );
  expect(marked).toEqual(['des', 'la']);
});
