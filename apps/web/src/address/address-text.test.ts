import { addressLines } from '@lantern/text/address';
import { english, setLanguage } from '@lantern/ui/language';
import { expect, onTestFinished, test } from 'vitest';
import { address } from '../lib/testing.ts';
import { addressLine } from './address-text.ts';
import { countryOptions } from './countries.ts';
import { countryName } from './country-name.ts';

const ada = { ...address, phone: '+44 20 7946 0000' };

test("addressLines has only the lines that are filled in, the country's name and no phone", () => {
  expect(addressLines(ada)).toEqual(['Ada Lovelace', "12 St James's Square", 'London SW1Y 4JH', 'United Kingdom']);
  expect(addressLines({ ...ada, line2: 'Floor 2', region: 'England' })).toHaveLength(6);
});

test('addressLine separates by commas', () => {
  expect(addressLine(ada)).toBe("Ada Lovelace, 12 St James's Square, London SW1Y 4JH, United Kingdom");
});

test('every country is an option once, by its name', () => {
  const options = countryOptions();
  expect(options).toHaveLength(249);
  expect(new Set(options.map(({ label }) => label)).size).toBe(249);
  expect(options.at(0)?.label).toBe('Afghanistan');
  expect(options.filter(({ value, label }) => value === label)).toEqual([]);
  expect(countryName('QZ')).toBe('QZ');
});

test('countries are named and sorted in the language of the page', () => {
  const former = setLanguage(() => ({ ...english, code: 'de' }));
  onTestFinished(() => void setLanguage(former));
  expect(addressLine(ada)).toMatch(/, Vereinigtes Königreich$/);
  const labels = countryOptions().map(({ label }) => label);
  expect(labels.indexOf('Österreich')).toBeLessThan(labels.indexOf('Polen'));
});

test('the postal code is before or after the city depending on the country', () => {
  expect(addressLines({ ...ada, city: 'Berlin', postalCode: '10115', country: 'DE' })).toContain('10115 Berlin');
  expect(addressLines({ ...ada, city: 'Central', postalCode: '', country: 'HK' })).toContain('Central');
});
