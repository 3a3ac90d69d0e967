import {
  type Browser,
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
  type Response,
  type WebError,
} from '@playwright/test';
import { desktop, phone } from './screens.ts';
import { storeUrl } from './store.ts';

export { expect } from '@playwright/test';

/** The errors a browser reported while a test ran. Any of them fails the test, unless the test allows it. */
class BrowserErrors {
  readonly #allowed: RegExp[] = [];
  readonly #reported: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  watch(context: BrowserContext): void {
    this.#contexts.push(context);
    context.on('weberror', this.#onError);
    context.on('console', this.#onConsole);
    context.on('response', this.#onResponse);
    context.on('requestfailed', this.#onRequestFailed);
  }

  /** Stops listening: errors of the next test are not this one's. */
  close(): void {
    for (const context of this.#contexts) {
      context.off('weberror', this.#onError);
      context.off('console', this.#onConsole);
      context.off('response', this.#onResponse);
      context.off('requestfailed', this.#onRequestFailed);
    }
  }

  readonly #onError = (webError: WebError) => this.#reported.push(`page error: ${webError.error().message}`);

  readonly #onConsole = (message: ConsoleMessage) => {
    // A failed download is reported by its response below, with its address and status.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    this.#reported.push(`console: ${message.text()}`);
  };

  readonly #onResponse = (response: Response) => {
    if (response.status() >= 400) this.#reported.push(`${response.status()} ${response.url()}`);
  };

  readonly #onRequestFailed = (request: Request) => {
    const reason = request.failure()?.errorText;
    // A page that is left lets go of what it was still waiting for.
    if (reason !== 'net::ERR_ABORTED') this.#reported.push(`${reason} ${request.url()}`);
  };

  /** Errors like these belong to what the test is about. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  unexpected(): string[] {
    return this.#reported.filter((error) => !this.#allowed.some((pattern) => pattern.test(error)));
  }
}

/** Runs in every page, all the time: on no page, and at no moment, may anything stick out at the side. */
function watchForSideScroll(): void {
  const reported = new Set<string>();
  setInterval(() => {
    // Before its styles are there, a page is not shown.
    if ([...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].some(({ sheet }) => !sheet)) return;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth || reported.has(location.pathname)) return;
    reported.add(location.pathname);
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 3).map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
    console.error(`${location.pathname} is ${scrollWidth} px wide on ${clientWidth}: ${names.join(', ')}`);
  }, 200);
}

/** Somebody who has been at the store before: what their browser has cached need not be fetched and compiled again. */
interface Visitor {
  context: BrowserContext;
  /** Stays open from the first test to the last one, so that the browser keeps the store's process. */
  keeper: Page;
}

/** The one visitor of each browser. */
const visitors = new WeakMap<Browser, Visitor>();

async function returningVisitor(browser: Browser): Promise<Visitor> {
  const known = visitors.get(browser);
  if (known) return known;
  const context = await browser.newContext();
  const keeper = await context.newPage();
  await keeper.goto(`${storeUrl()}/healthz`);
  await context.addInitScript(watchForSideScroll);
  const visitor = { context, keeper };
  visitors.set(browser, visitor);
  return visitor;
}

/** Leaves nothing in the browser that a page could read; only what it has cached stays. */
async function forget({ context, keeper }: Visitor): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  const others = context.pages().filter((page) => page !== keeper);
  await Promise.all(others.map((page) => page.close()));
  await context.clearCookies();
  await keeper.evaluate(() => localStorage.clear());
}

/** Playwright's `test`, in a browser that is at the store and fails the test for every error it reports. */
export const test = base.extend<{
  browserErrors: BrowserErrors;
  /** A page in another browser, which has never been at the store: on a phone if `page` is on a desktop, and vice versa. */
  elsewhere: Page;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  baseURL: async ({}, use) => use(storeUrl()),
  context: async ({ browser }, use) => {
    const visitor = await returningVisitor(browser);
    await use(visitor.context);
    await forget(visitor);
  },
  browserErrors: [
    async ({ context }, use) => {
      const browserErrors = new BrowserErrors();
      browserErrors.watch(context);
      await use(browserErrors);
      browserErrors.close();
      expect(browserErrors.unexpected(), 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, browserErrors, isMobile }, use) => {
    await using context = await browser.newContext(isMobile ? desktop : phone);
    await context.addInitScript(watchForSideScroll);
    browserErrors.watch(context);
    await use(await context.newPage());
  },
});
