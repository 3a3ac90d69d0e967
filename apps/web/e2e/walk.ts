import { expect, type Page } from '@playwright/test';

/** Goes to the store's page of that title without leaving the document, as a link does. */
async function follow(page: Page, path: string, title: RegExp): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page).toHaveTitle(title);
}

/** A page of the store: its address, how its title begins, and words that say it is all there. */
export type Place = readonly [path: string, title: string, words: string | RegExp];

const startsWith = (title: string) => new RegExp(`^${title.replaceAll(/[()]/g, '\\$&')}`);

/** Opens the first page and follows to the others, and calls `look` at each once it is all there. */
export async function walk(page: Page, places: readonly Place[], look: (path: string) => Promise<void>): Promise<void> {
  await page.goto(places[0]?.[0] ?? '/');
  for (const [path, title, words] of places) {
    await follow(page, path, startsWith(title));
    await expect(page.getByRole('main').getByText(words).filter({ visible: true }).first()).toBeVisible();
    await look(path);
  }
}
