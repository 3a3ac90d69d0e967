import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { formatCents, formatDate, formatNumber, formatShortCents } from '../format/format.tsx';
import { english, type Language, setLanguage } from '../language/language.tsx';

// Files share their modules.
const former = setLanguage(() => english);
beforeEach(() => void setLanguage(() => english));
afterAll(() => void setLanguage(former));

function speakGerman(messages: Language['messages'] = {}): void {
  const german = { code: 'de', all: ['en', 'de'], messages };
  setLanguage(() => german);
}

test('a plural has its own words, and numbers as the language writes them', () => {
  const items = (count: number) => plural(count, { 0: 'nothing', one: '# item', other: '# items' });
  expect([0, 1, 1284].map(items)).toEqual(['nothing', '1 item', '1,284 items']);
  speakGerman();
  // What is not translated stays English, and is still right about numbers.
  expect(items(1284)).toBe('1.284 items');
});

test('values and elements are where the words have them', () => {
  const name = '<b>';
  expect(t`Remove ${name}`).toBe('Remove <b>');
  expect(
    renderToStaticMarkup(
      <Trans>
        Read <a href="/terms">the {name} terms</a>, please
      </Trans>,
    ),
  ).toBe('Read <a href="/terms">the &lt;b&gt; terms</a>, please');
});

test('numbers, money and days are written as the language does', () => {
  expect([formatNumber(1234.5), formatCents(-123450), formatShortCents(5000)]).toEqual([
    '1,234.5',
    '-€1,234.50',
    '€50',
  ]);
  expect(formatDate('2026-11-24')).toBe('24 Nov 2026');
  speakGerman();
  expect([formatNumber(1234.5), formatCents(-123450), formatShortCents(5000)]).toEqual([
    '1.234,5',
    '-1.234,50\u00a0€',
    '50\u00a0€',
  ]);
  expect(formatDate('2026-11-24')).toBe('24. Nov. 2026');
});
