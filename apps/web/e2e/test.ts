import { type BrowserContext, test as base, expect } from '@playwright/test';
import { storeUrl } from './store.ts';

export { expect } from '@playwright/test';

/** What a browser complained of while a test ran. Any of it fails the test, unless it was foreseen. */
class Complaints {
  readonly #foreseen: RegExp[] = [];
  readonly #heard: string[] = [];

  constructor(context: BrowserContext) {
    context.on('weberror', (webError) => this.#heard.push(`page error: ${webError.error().message}`));
    context.on('console', (message) => {
      // A failed download is told by its response below, with its address and status.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      this.#heard.push(`console: ${message.text()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#heard.push(`${response.status()} ${response.url()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // A page that is left lets go of what it was still waiting for.
      if (reason !== 'net::ERR_ABORTED') this.#heard.push(`${reason} ${request.url()}`);
    });
  }

  /** Complaints like these belong to what the test is about. */
  foresee(...patterns: RegExp[]): void {
    this.#foreseen.push(...patterns);
  }

  unforeseen(): string[] {
    return this.#heard.filter((complaint) => !this.#foreseen.some((pattern) => pattern.test(complaint)));
  }
}

/** Runs in every page, all the time: on no page, and at no moment, may anything stick out at the side. */
function watchForSideScroll(): void {
  const told = new Set<string>();
  setInterval(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth || told.has(location.pathname)) return;
    told.add(location.pathname);
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 3).map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
    console.error(`${location.pathname} is ${scrollWidth} px wide on ${clientWidth}: ${names.join(', ')}`);
  }, 200);
}

/** Playwright's `test`, in a browser that is at the store and fails the test for whatever it complains of. */
export const test = base.extend<{ complaints: Complaints }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  baseURL: async ({}, use) => use(storeUrl()),
  complaints: [
    async ({ context }, use) => {
      await context.addInitScript(watchForSideScroll);
      const complaints = new Complaints(context);
      await use(complaints);
      expect(complaints.unforeseen(), 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],
});
