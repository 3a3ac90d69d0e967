import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { customerLanguage, languageOf, pathPrefix, writtenLanguages } from './language.ts';

/** Every word of a language by where it is: `mails.welcome.subject`. */
function wordsIn(part: object, at = ''): [string, string][] {
  return Object.entries(part).flatMap(([name, word]): [string, string][] => {
    const path = at === '' ? name : `${at}.${name}`;
    if (typeof word === 'string') return [[path, word]];
    return typeof word === 'function' ? [[path, String(word('1', '2'))]] : wordsIn(word, path);
  });
}

const english = new Map(wordsIn(languageOf('en').words));
const translated = writtenLanguages.filter((code) => code !== 'en');

test('what pages are translated to, mails and documents are, too', () => {
  const catalogues = readdirSync(new URL('../../../../apps/web/src/locales', import.meta.url));
  const languages = catalogues.filter((file) => file.endsWith('.po')).map((file) => file.replace('.po', ''));
  const missing = languages.filter((code) => !writtenLanguages.includes(code));
  expect(missing, 'Mails and documents need words in these languages: packages/api/src/words.').toEqual([]);
});

test.each(translated)('%s has words of its own for everything, with the same placeholders', (code) => {
  const own = wordsIn(languageOf(code).words);
  const placeholders = (words = '') => new Set(words.match(/\{\w+\}/g));
  expect(own.filter(([path, words]) => words === english.get(path))).toEqual([]);
  for (const [path, words] of own) {
    expect([path, placeholders(words)]).toEqual([path, placeholders(english.get(path))]);
  }
});

test('somebody is written to in their language as long as the store has it', () => {
  const services = { languages: ['de', 'en'] };
  expect(customerLanguage('en', services).code).toBe('en');
  expect(customerLanguage(null, services).code).toBe('de');
  expect(customerLanguage('fr', services).code).toBe('de');
  expect(pathPrefix(languageOf('en'), services)).toBe('/en');
  expect(pathPrefix(languageOf('de'), services)).toBe('');
});

test('German writes amounts, days and countries as Germans do', () => {
  const { formatCents, formatDay, addressLines } = languageOf('de');
  expect(formatCents(129000)).toBe('1.290,00\u00a0€');
  expect(formatDay('2026-03-31')).toBe('31. März 2026');
  const address = { fullName: 'Ada', line1: 'Ring 1', line2: null, region: null, city: 'Wien', postalCode: '1010' };
  expect(addressLines({ ...address, country: 'AT' }).at(-1)).toBe('Österreich');
});
