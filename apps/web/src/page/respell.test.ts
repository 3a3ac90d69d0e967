import { english, setLanguage } from '@lantern/ui/language';
import { createMemoryRouter } from 'react-router';
import { expect, onTestFinished, test } from 'vitest';
import { keepSpelling } from './respell.ts';

test.each([
  ['de', '/de/?x=1#top', '/de?x=1#top'],
  ['de', '/de/', '/de'],
  ['de', '/de?x=1', '/de?x=1'],
  ['de', '/de/ALL/?sort=name', '/de/all?sort=name'],
  ['en', '/?x=1', '/?x=1'],
  ['en', '/ALL/', '/all'],
])('in %s, %s becomes %s', async (code, given, address) => {
  const former = setLanguage(() => ({ ...english, code, all: ['en', 'de'] }));
  onTestFinished(() => void setLanguage(former));
  const routes = [{ children: [{ index: true }, { path: 'all' }, { path: 'login' }] }];
  const basename = code === 'en' ? undefined : `/${code}`;
  const router = createMemoryRouter(routes, { basename, initialEntries: [`${basename ?? ''}/login`, given] });
  onTestFinished(() => router.dispose());
  keepSpelling(router);
  const told: string[] = [];
  router.subscribe(({ location: { pathname, search, hash } }) => told.push(pathname + search + hash));
  await expect.poll(() => addressOf(router)).toBe(address);
  await router.navigate('/login');
  await router.navigate(-2 + 1);
  await expect.poll(() => addressOf(router)).toBe(address);
  expect(told.length).toBeLessThan(6);
});

function addressOf({ state }: ReturnType<typeof createMemoryRouter>): string {
  const { pathname, search, hash } = state.location;
  return pathname + search + hash;
}
