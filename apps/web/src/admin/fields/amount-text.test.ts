import { parseCents } from '@lantern/text/money';
import { english, setLanguage } from '@lantern/ui/language';
import { expect, onTestFinished, test } from 'vitest';
import { amountText } from './amount-text.ts';

test.each([
  [0, '0.00', '0,00'],
  [5, '0.05', '0,05'],
  [123_450, '1234.50', '1234,50'],
])(
  'a field shows %i cents with the decimal sign of its language, and reads them back',
  (cents, inEnglish, inGerman) => {
    expect(amountText(cents)).toBe(inEnglish);
    const former = setLanguage(() => ({ ...english, code: 'de' }));
    onTestFinished(() => void setLanguage(former));
    expect(amountText(cents)).toBe(inGerman);
    expect(parseCents(inGerman)).toBe(cents);
  },
);
