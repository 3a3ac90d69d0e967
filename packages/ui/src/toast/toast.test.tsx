// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ToastMessage, ToastProvider, useToast } from './toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let toast: (message: ToastMessage) => void = () => {};

function Page() {
  toast = useToast();
  return null;
}

/** Renders the messages; answers how to show one. */
function open() {
  render(
    <ToastProvider>
      <Page />
    </ToastProvider>,
  );
  return (message: Partial<ToastMessage> & { text: string }) => act(() => toast({ kind: 'success', ...message }));
}

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const region = () => screen.getByRole('region', { name: 'Messages' });

test('the live region is there before any message, and a message leaves after 5 seconds', () => {
  const show = open();
  expect(region().getAttribute('aria-live')).toBe('polite');
  show({ text: 'Saved' });
  wait(4999);
  expect(region().textContent).toContain('Saved');
  wait(1);
  expect(region().textContent).toBe('');
});

test('a message stays while it is hovered or has the focus', () => {
  const show = open();
  show({ text: 'Saved' });
  fireEvent.mouseEnter(screen.getByText('Saved'));
  wait(60_000);
  fireEvent.mouseLeave(screen.getByText('Saved'));
  fireEvent.focus(screen.getByRole('button', { name: 'Dismiss' }));
  wait(60_000);
  expect(region().textContent).toContain('Saved');
  fireEvent.blur(screen.getByRole('button', { name: 'Dismiss' }));
  wait(5000);
  expect(region().textContent).toBe('');
});

test('a fourth message makes the first one leave', () => {
  const show = open();
  for (const text of ['one', 'two', 'three', 'four']) show({ text });
  expect(region().textContent).toBe('twothreefour');
});

test('an action is taken once, and its message leaves', () => {
  const show = open();
  const onPress = vi.fn();
  show({ text: 'Removed', action: { label: 'Undo', onPress } });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(region().textContent).toBe('');
});

test('an action with an address is a link, and a message can be dismissed', () => {
  const show = open();
  show({ text: 'Added', action: { label: 'View cart', href: '/cart' } });
  expect(screen.getByRole('link', { name: 'View cart' }).getAttribute('href')).toBe('/cart');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(region().textContent).toBe('');
});
