import type { Page } from '@playwright/test';
import { settled } from './settled.ts';
import type { Traffic } from './traffic.ts';

/** From the tap on a card, in milliseconds. */
export interface Tapped {
  /** Until the heading, the price and the picture of the product were painted. */
  content: number;
  /** Until the button to buy it could be used. */
  button: number;
}

declare global {
  interface Window {
    arrival: Promise<Tapped>;
  }
}

const LOOK_MS = 1000;
const CARD = 'main .product-card:not(.product-card--sold-out)';

/** Taps the first card of a page, whose loading must be over. @throws {Error} if its product does not appear. */
export async function tapCard(page: Page, traffic: Traffic): Promise<Tapped> {
  const card = page.locator(CARD).first();
  await card.scrollIntoViewIfNeeded();
  // Shoppers look at a card before they tap it: what comes into view with it loads first.
  await settled(page, traffic, LOOK_MS);
  await page.evaluate(watchArrival, await card.locator('.product-card__name').textContent());
  await card.tap();
  const { content, button } = await page.evaluate(() => window.arrival);
  if (Number.isNaN(content + button)) throw new Error(`The product of a card on ${page.url()} did not appear.`);
  return { content, button };
}

/** Runs in the page, without functions that have names: see vitals.ts. NaN is for what does not appear. */
function watchArrival(name: string | null): void {
  window.arrival = (async () => {
    const tapped = await new Promise<number>((resolve) => {
      document.addEventListener('pointerdown', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });
    const arrived: Tapped = { content: Number.NaN, button: Number.NaN };
    while (Number.isNaN(arrived.content + arrived.button) && performance.now() - tapped < 60_000) {
      await new Promise(requestAnimationFrame);
      const heading = document.querySelector('main h1')?.textContent === name;
      const price = document.querySelector('.buy-box .price');
      const picture = [...document.querySelectorAll<HTMLImageElement>('.gallery__main img')].some(
        ({ complete, naturalWidth, currentSrc }) => complete && naturalWidth > 0 && !currentSrc.startsWith('data:'),
      );
      const button = document.querySelector('.buy-box .button--primary:enabled');
      // A task after the callback runs once the frame with all of this is on its way.
      await new Promise((resolve) => setTimeout(resolve));
      const now = performance.now() - tapped;
      if (heading && price && picture) arrived.content ||= now;
      if (heading && button) arrived.button ||= now;
    }
    return arrived;
  })();
}
