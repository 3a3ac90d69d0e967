import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { tokenize } from './test-cards.ts';

/* A card as people type it: formatting and validation. Pure, and only in the browser. */

/** The check digit at the end of every card number (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const worth = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return digits !== '' && sum % 10 === 0;
}

/** "42424242" → "4242 4242", as printed on the card. */
export function formatCardNumber(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 19);
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** "0427", "4/27" and "04/2027" → "04 / 27"; partial input stays partial. */
export function formatExpiry(text: string): string {
  const digits = text.replace(/^(\d)\s*\//, '0$1').replace(/\D/g, '');
  const month = digits.slice(0, 2);
  const year = digits.length === 6 ? digits.slice(4) : digits.slice(2, 6);
  return year === '' ? month : `${month} / ${year}`;
}

/** What is wrong with this card number; null if nothing. */
export function numberProblem(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return t`Please enter your card number.`;
  if (digits.length < 12) return t`This number is too short.`;
  if (!passesLuhn(digits)) return t`This card number looks wrong.`;
  if (!tokenize(digits)) return t`This is a demonstration. Please use one of the test cards below.`;
  return null;
}

/** What is wrong with this expiry date; a card is valid until the end of its month. */
export function expiryProblem(text: string, now: Date): string | null {
  const [, month, year] = /^(\d{2}) \/ (\d{2})$/.exec(formatExpiry(text)) ?? [];
  if (text.trim() === '') return t`Please enter the expiry date.`;
  if (month === undefined || year === undefined) return t`Please enter month and year, such as 04 / 29.`;
  if (Number(month) < 1 || Number(month) > 12) return t`Enter a month from 01 to 12.`;
  const firstDayAfter = new Date(2000 + Number(year), Number(month), 1);
  return firstDayAfter <= now ? t`This card has expired: please use another one.` : null;
}

/** What is wrong with this security code. */
export function cvcProblem(text: string): string | null {
  if (text.trim() === '') return t`Please enter the security code.`;
  return /^\d{3}$/.test(text.trim()) ? null : t`Enter the 3 digits on the back of the card.`;
}

function checkedBy(problemOf: (text: string) => string | null) {
  return z.string().superRefine((text, context) => {
    const message = problemOf(text);
    if (message) context.addIssue({ code: 'custom', message });
  });
}

/** The card form. None of its fields is ever sent. */
export const cardSchema = z.object({
  number: checkedBy(numberProblem),
  expiry: checkedBy((text) => expiryProblem(text, new Date())),
  cvc: checkedBy(cvcProblem),
});
