import { expect, test } from 'vitest';
import { address } from '../checkout/testing.ts';
import { addressLine, addressLines } from './address-text.ts';
import { countryName, countryOptions } from './countries.ts';

const ada = { ...address, phone: '+44 20 7946 0000' };

test('an address has only the lines that were filled in, the country by its name and no phone', () => {
  expect(addressLines(ada)).toEqual(['Ada Lovelace', "12 St James's Square", 'London SW1Y 4JH', 'United Kingdom']);
  expect(addressLines({ ...ada, line2: 'Floor 2', region: 'England' })).toHaveLength(6);
});

test('in one line it is divided by commas', () => {
  expect(addressLine(ada)).toBe("Ada Lovelace, 12 St James's Square, London SW1Y 4JH, United Kingdom");
});

test('every country can be chosen once, by its name', () => {
  expect(countryOptions).toHaveLength(249);
  expect(new Set(countryOptions.map(({ label }) => label)).size).toBe(249);
  expect(countryOptions.at(0)?.label).toBe('Afghanistan');
  expect(countryOptions.filter(({ value, label }) => value === label)).toEqual([]);
  expect(countryName('QZ')).toBe('QZ');
});

test('a town stands behind its code where people write it so, and alone where there is no code', () => {
  expect(addressLines({ ...ada, city: 'Berlin', postalCode: '10115', country: 'DE' })).toContain('10115 Berlin');
  expect(addressLines({ ...ada, city: 'Central', postalCode: '', country: 'HK' })).toContain('Central');
});
