import { expect, test } from 'vitest';
import { cityLine, normalizePostalCode, postalCodeUse } from './postal-code.ts';

test.each(['HK', 'AE', 'QA', 'BS', 'AG', 'AO', 'MO', 'BO', 'GH', 'JM', 'PA', 'UG', 'ZW', 'YE', 'SY'])(
  '%s has no postal codes',
  (country) => {
    expect(postalCodeUse(country)).toBe('none');
    expect(normalizePostalCode(country, ' ')).toBe('');
    expect(normalizePostalCode(country, '00000')).toBe('00000');
  },
);

test.each(['IE', 'CL', 'KE', 'SA', 'VN'])('the postal code is optional in %s', (country) => {
  expect(postalCodeUse(country)).toBe('optional');
});

test.each([
  ...'DE GB US FR IT ES NL BE AT CH PL SE NO DK FI PT CZ SK HU RO BG GR HR SI LT LV EE LU MT CY IS'.split(' '),
  'JP',
  'CN',
  'IN',
  'AU',
  'BR',
  'CA',
  'MX',
  'ZA',
  'KR',
  'RU',
  'UA',
  'TR',
  'IL',
])('the postal code is required in %s', (country) => {
  expect(postalCodeUse(country)).toBe('required');
  expect(normalizePostalCode(country, '-')).toBe('');
  expect(normalizePostalCode(country, 'NOWHERE')).toBeNull();
});

test.each([
  ['DE', ' 10115 ', '10115'],
  ['DE', 'D-10115', '10115'],
  ['DE', '１０１１５', '10115'],
  ['GB', 'sw1y4jh', 'SW1Y 4JH'],
  ['GB', 'SW1Y\u00a04JH', 'SW1Y 4JH'],
  ['NL', '1012ab', '1012 AB'],
  ['PL', '00950', '00-950'],
  ['SE', '11455', '114 55'],
  ['JP', '1000001', '100-0001'],
  ['CA', 'k1a0b1', 'K1A 0B1'],
  ['US', '94105', '94105'],
  ['US', '941051234', '94105-1234'],
  ['FR', '75 001', '75 001'],
  ['PT', '1000205', '1000-205'],
  ['BR', '01310-100', '01310-100'],
  ['LV', 'LV-1010', 'LV-1010'],
  ['IE', 'd02x285', 'D02 X285'],
  ['IN', '110 001', '110001'],
  ['CH', '8000', '8000'],
])('%s: %j normalises to %s', (country, typed, normalized) => {
  expect(normalizePostalCode(country, typed)).toBe(normalized);
});

test.each([
  ['DE', 'SW1Y 4JH'],
  ['DE', '1011'],
  ['GB', '10115'],
  ['US', '1234'],
  ['NL', '1012'],
])('in %s, %s is not a postal code', (country, typed) => {
  expect(normalizePostalCode(country, typed)).toBeNull();
});

test.each([
  ['DE', 'Berlin', '10115', '10115 Berlin'],
  ['FI', 'Helsinki', '00100', '00100 Helsinki'],
  ['GB', 'London', 'SW1Y 4JH', 'London SW1Y 4JH'],
  ['US', 'Springfield', '94105', 'Springfield 94105'],
  ['HK', 'Central', '', 'Central'],
  ['DE', 'Berlin', '', 'Berlin'],
])('in %s the line of %s and %j is %s', (country, city, code, line) => {
  expect(cityLine(country, city, code)).toBe(line);
});
