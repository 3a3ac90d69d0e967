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

test('every test card passes the Luhn check and has its own token', () => {
  expect(testCards.filter(({ number }) => !passesLuhn(number))).toEqual([]);
  expect(new Set(testCards.map(({ token }) => token)).size).toBe(testCards.length);
});

test('a wrong digit or two swapped neighbours fail the Luhn check', () => {
  expect(passesLuhn('4242424242424242')).toBe(true);
  expect(passesLuhn('4242424242424241')).toBe(false);
  expect(passesLuhn('2442424242424242')).toBe(false);
  expect(passesLuhn('')).toBe(false);
});

test('tokenize returns a token and the last four digits only', () => {
  expect(tokenize('4242 4242 4242 4242')).toEqual({ token: 'sim_ok', last4: '4242' });
  expect(tokenize('4000000000000002')).toEqual({ token: 'sim_declined', last4: '0002' });
  expect(tokenize('4000 0000 0000 9995')).toEqual({ token: 'sim_insufficient_funds', last4: '9995' });
  expect(tokenize('5555 5555 5555 4444')).toBeNull();
});

test('formatCardNumber groups digits in fours', () => {
  expect(formatCardNumber('4242')).toBe('4242');
  expect(formatCardNumber('42424')).toBe('4242 4');
  expect(formatCardNumber('4242-4242 4242x4242')).toBe('4242 4242 4242 4242');
  expect(formatCardNumber('4'.repeat(30)).replaceAll(' ', '')).toHaveLength(19);
});

test('formatExpiry gives one format, and allows deleting', () => {
  expect(formatExpiry('0427')).toBe('04 / 27');
  expect(formatExpiry('4/27')).toBe('04 / 27');
  expect(formatExpiry('04/2027')).toBe('04 / 27');
  expect(formatExpiry('042')).toBe('04 / 2');
  expect(formatExpiry('04 / ')).toBe('04');
  expect(formatExpiry('')).toBe('');
});

test('numberProblem says what is wrong with a card number', () => {
  expect(numberProblem('4242 4242 4242 4242')).toBeNull();
  expect(numberProblem('')).toMatch('enter your card number');
  expect(numberProblem('4242')).toMatch('too short');
  expect(numberProblem('4242 4242 4242 4243')).toMatch('looks wrong');
  expect(numberProblem('5555 5555 5555 4444')).toMatch('test cards');
});

test('expiryProblem accepts a card until the end of its month', () => {
  expect(expiryProblem('11 / 26', now)).toBeNull();
  expect(expiryProblem('11 / 26', new Date(2026, 11, 1))).toMatch('has expired');
  expect(expiryProblem('10 / 26', now)).toMatch('has expired');
  expect(expiryProblem('13 / 27', now)).toMatch('01 to 12');
  expect(expiryProblem('00 / 27', now)).toMatch('01 to 12');
  expect(expiryProblem('04', now)).toMatch('month and year');
  expect(expiryProblem('', now)).toMatch('enter the expiry date');
});

test('cvcProblem demands three digits', () => {
  expect(cvcProblem('123')).toBeNull();
  expect(cvcProblem('12')).toMatch('3 digits');
  expect(cvcProblem('abc')).toMatch('3 digits');
  expect(cvcProblem('')).toMatch('security code');
});

test('the card schema reports each invalid field', () => {
  const { error } = cardSchema.safeParse({ number: '', expiry: '13 / 99', cvc: '1' });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['number', 'expiry', 'cvc']);
});
