import { setLanguage } from '@lantern/ui/language';
import { renderToString } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { LanguageSwitch } from './language-switch.tsx';

test('the other language of a page that a link opens is opened by the same link', () => {
  const spoken = { code: 'en', all: ['en', 'de'], messages: {} };
  setLanguage(() => spoken);
  const html = renderToString(
    <MemoryRouter initialEntries={['/orders/L-1?new#token=secret']}>
      <LanguageSwitch />
    </MemoryRouter>,
  );
  expect(html).toContain('href="/de/orders/L-1?new#token=secret"');
});
