import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { type Place, walk } from './walk.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const widths = [1280, 390];

/**
 * What axe finds wrong with the page as it is now, at a desk and on a phone: one line for each place.
 * Asked of axe itself, whose wrapper for Playwright hands its half a megabyte over again each time.
 */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const size = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForFunction((asked) => window.innerWidth === asked, width);
    // The styles of a width come with its first frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    found.push(...(await page.evaluate(run)).map((barrier) => `${width} px, ${barrier}`));
  }
  if (size) await page.setViewportSize(size);
  return found;
}

/** Runs in the page. */
async function run(): Promise<string[]> {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** Walks to the pages and demands that nothing on them keeps anybody out. */
export async function expectNoBarriers(page: Page, places: readonly Place[]): Promise<void> {
  await walk(page, places, async (path) => expect([path, await barriers(page)]).toEqual([path, []]));
}
