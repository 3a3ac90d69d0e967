import { expect, test } from 'vitest';
import {
  cardSchema,
  cvcProblem,
  expiryProblem,
  formatCardNumber,
  formatExpiry,
  numberProblem,
  passesLuhn,
} from './card.ts';
import { testCards, tokenize } from './test-cards.ts';

const now = new Date(2026, 10, 24);

test('every test card has a number that passes the check digit, and a token of its own', () => {
  expect(testCards.filter(({ number }) => !passesLuhn(number))).toEqual([]);
  expect(new Set(testCards.map(({ token }) => token)).size).toBe(testCards.length);
});

test('one wrong digit, or two neighbours swapped, fails the check digit', () => {
  expect(passesLuhn('4242424242424242')).toBe(true);
  expect(passesLuhn('4242424242424241')).toBe(false);
  expect(passesLuhn('2442424242424242')).toBe(false);
  expect(passesLuhn('')).toBe(false);
});

test('a number becomes a token and its last four digits, and nothing more of it', () => {
  expect(tokenize('4242 4242 4242 4242')).toEqual({ token: 'sim_ok', last4: '4242' });
  expect(tokenize('4000000000000002')).toEqual({ token: 'sim_declined', last4: '0002' });
  expect(tokenize('4000 0000 0000 9995')).toEqual({ token: 'sim_insufficient_funds', last4: '9995' });
  expect(tokenize('5555 5555 5555 4444')).toBeNull();
});

test('a number is written in groups of four while it is typed', () => {
  expect(formatCardNumber('4242')).toBe('4242');
  expect(formatCardNumber('42424')).toBe('4242 4');
  expect(formatCardNumber('4242-4242 4242x4242')).toBe('4242 4242 4242 4242');
  expect(formatCardNumber('4'.repeat(30)).replaceAll(' ', '')).toHaveLength(19);
});

test('an expiry date is written the same however it was typed, and can be deleted', () => {
  expect(formatExpiry('0427')).toBe('04 / 27');
  expect(formatExpiry('4/27')).toBe('04 / 27');
  expect(formatExpiry('04/2027')).toBe('04 / 27');
  expect(formatExpiry('042')).toBe('04 / 2');
  expect(formatExpiry('04 / ')).toBe('04');
  expect(formatExpiry('')).toBe('');
});

test('a card number: what is wrong with it', () => {
  expect(numberProblem('4242 4242 4242 4242')).toBeNull();
  expect(numberProblem('')).toMatch('enter the number');
  expect(numberProblem('4242')).toMatch('too short');
  expect(numberProblem('4242 4242 4242 4243')).toMatch('looks wrong');
  expect(numberProblem('5555 5555 5555 4444')).toMatch('test cards');
});

test('an expiry date: a card is good until its month is over', () => {
  expect(expiryProblem('11 / 26', now)).toBeNull();
  expect(expiryProblem('11 / 26', new Date(2026, 11, 1))).toMatch('has expired');
  expect(expiryProblem('10 / 26', now)).toMatch('has expired');
  expect(expiryProblem('13 / 27', now)).toMatch('01 to 12');
  expect(expiryProblem('00 / 27', now)).toMatch('01 to 12');
  expect(expiryProblem('04', now)).toMatch('month and year');
  expect(expiryProblem('', now)).toMatch('enter when');
});

test('a security code has three digits', () => {
  expect(cvcProblem('123')).toBeNull();
  expect(cvcProblem('12')).toMatch('3 digits');
  expect(cvcProblem('abc')).toMatch('3 digits');
  expect(cvcProblem('')).toMatch('security code');
});

test('the form names each field that is wrong, in the same words', () => {
  const { error } = cardSchema.safeParse({ number: '', expiry: '13 / 99', cvc: '1' });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['number', 'expiry', 'cvc']);
});
