// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LoadMore } from './load-more.tsx';

afterEach(cleanup);

test('the last step shows what is left', () => {
  render(<LoadMore shown={48} total={60} onMore={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('48 of 60 shown');
  expect(screen.getByRole('button').textContent).toContain('Show 12 more');
});

test('a list whose end is not known goes on', () => {
  render(<LoadMore shown={1008} total={1000} atLeast onMore={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('1,008 of more than 1,008 shown');
  expect(screen.getByRole('button').textContent).toContain('Show 24 more');
});
