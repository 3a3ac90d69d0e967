import { afterEach, expect, test } from 'vitest';
import { setCurrency } from './currency.ts';
import { parsePriceWords } from './price-words.ts';

test.each([
  ['mug under 20', 'mug', null, 1999, true],
  ['mug under €20', 'mug', null, 1999, true],
  ['Under 20 € mug', 'mug', null, 1999, true],
  ['tasse unter 20 €', 'tasse', null, 1999, true],
  ['tasse unter 19,99 Euro', 'tasse', null, 1998, true],
  ['mug below EUR 20', 'mug', null, 1999, true],
  ['mug cheaper than 12.50', 'mug', null, 1249, true],
  ['mug up to 20€', 'mug', null, 2000, true],
  ['tasse bis 20', 'tasse', null, 2000, false],
  ['mug over €20', 'mug', 2001, null, true],
  ['puzzle from 3', 'puzzle', 300, null, false],
  ['tasse ab 5 €', 'tasse', 500, null, true],
  ['mug between 20 and 50', 'mug', 2000, 5000, true],
  ['mug between €50 and €20', 'mug', 2000, 5000, true],
  ['tasse zwischen 20 und 50 €', 'tasse', 2000, 5000, true],
  ['mug 20-50 €', 'mug', 2000, 5000, true],
  ['mug €20–€50', 'mug', 2000, 5000, true],
  ['mug from 20 to 50', 'mug', 2000, 5000, false],
  ['sofa under 1,000', 'sofa', null, 99_999, true],
  ['sofa unter 1.234,50 €', 'sofa', null, 123_449, true],
])('%s', (query, rest, minPriceCents, maxPriceCents, certain) => {
  expect(parsePriceWords(query)).toMatchObject({ rest, minPriceCents, maxPriceCents, certain });
});

test.each([
  ...['Lamp 100', 'cup 350 ml', 'bottle under 350 ml', 'rack below 50 cm tall', 'lamp 20-50', 'lego 3-5', 'mug'],
  ...[
    'thunder 20',
    'under 20 €',
    'under the bed',
    'bowl under',
    'from 3 to 5 years',
    'under 50% wool',
    'mug 20 €',
    '€20',
  ],
  ...['', 'under 1.2.3', 'tent for under 2 people'],
])('"%s" contains no price', (query) => {
  expect(parsePriceWords(query)).toBeNull();
});

afterEach(() => setCurrency({ code: 'EUR', digits: 2 }));

test.each([
  ['JPY', 0, 'mug under ¥2000', 1999],
  ['JPY', 0, 'mug under 2,000 yen', 1999],
  ['USD', 2, 'mug under $20', 1999],
  ['USD', 2, 'tasse unter 20 Dollar', 1999],
  ['KWD', 3, 'mug under 20 KWD', 19_999],
])('in %s with %i decimals, "%s" is a price', (code, digits, query, maxPriceCents) => {
  setCurrency({ code, digits });
  expect(parsePriceWords(query)).toMatchObject({ rest: query.slice(0, query.indexOf(' ')), maxPriceCents });
});

test('the sign of another currency is no price', () => {
  setCurrency({ code: 'USD', digits: 2 });
  expect(parsePriceWords('mug 20–50 €')).toBeNull();
});
