// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { keepFocus } from './keep-focus.ts';

let opener: HTMLButtonElement;
const focused = () => document.activeElement?.tagName;
const observed = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"><button>Ship</button><a href="/orders">Orders</a></main>';
  opener = document.querySelector('button') ?? expect.fail('there is no button');
  opener.focus();
});

test('the focus stays where the dialog was opened', async () => {
  keepFocus();
  document.querySelector('a')?.remove();
  await observed();
  expect(focused()).toBe('BUTTON');
});

test('it goes to the content if that is gone or disabled already', () => {
  opener.disabled = true;
  keepFocus();
  expect(focused()).toBe('MAIN');
});

test.each([
  ['gone', () => opener.remove()],
  ['disabled', () => opener.setAttribute('disabled', '')],
])('it goes to the content as soon as that is %s', async (_, change) => {
  keepFocus();
  await observed();
  expect(focused()).toBe('BUTTON');
  change();
  await observed();
  expect(focused()).toBe('MAIN');
});

test('it stays with whoever has moved on', async () => {
  keepFocus();
  document.querySelector('a')?.focus();
  opener.remove();
  await observed();
  expect(focused()).toBe('A');
});
