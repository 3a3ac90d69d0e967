import { expect, test } from 'vitest';
import { isEcho, LastPress, type Press } from './click-guard.ts';

const ship = { name: 'a button' };
const other = { name: 'another button' };
const press = (rest: Partial<Press> = {}): Press => ({
  at: 1000,
  x: 500,
  y: 80,
  byKeyboard: false,
  target: ship,
  label: 'Mark as shipped',
  ...rest,
});

test('a second click on another target in the same place is suppressed', () => {
  expect(isEcho(press(), press({ at: 1450, target: other, label: 'Mark as delivered' }))).toBe(true);
  expect(isEcho(press(), press({ at: 1450, x: 503, y: 78, target: other, label: 'Remove Mug' }))).toBe(true);
  expect(isEcho(press(), press({ at: 1450, label: 'Mark as delivered' }))).toBe(true);
});

test('pressing the same target again is allowed', () => {
  expect(isEcho(press(), press({ at: 1050 }))).toBe(false);
});

test('a click in another place or at another time is allowed', () => {
  expect(isEcho(press(), press({ at: 1050, x: 540, target: other, label: 'Refund in full' }))).toBe(false);
  expect(isEcho(press(), press({ at: 2001, target: other, label: 'Refund in full' }))).toBe(false);
});

test('by keyboard only a control whose label has changed is guarded', () => {
  const key = { byKeyboard: true, x: 0, y: 0 };
  expect(isEcho(press(key), press({ ...key, at: 1100, label: 'Mark as delivered' }))).toBe(true);
  expect(isEcho(press(key), press({ ...key, at: 1100, target: other, label: 'Next' }))).toBe(false);
  expect(isEcho(press(), press({ ...key, at: 1100, label: 'Mark as delivered' }))).toBe(false);
});

test('after typing, the next click is allowed', () => {
  const last = new LastPress();
  expect(last.isEchoed(press({ label: 'Save' }))).toBe(false);
  expect(last.isEchoed(press({ at: 1400, target: other, label: 'Save' }))).toBe(true);
  last.filledIn();
  expect(last.isEchoed(press({ at: 1500, target: other, label: 'Save' }))).toBe(false);
});
