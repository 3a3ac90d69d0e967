import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { type Place, walk } from './walk.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Minified, it is half as much to send to each page and to read there. */
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** How often axe may be overtaken by a page that goes on changing. */
const ATTEMPTS = 10;

/**
 * What axe finds wrong with the page as it is now, on a desktop and on a phone: one line for each element.
 * It looks only at a page that has come to rest, and calls axe itself: its wrapper for Playwright sends
 * half a megabyte of source again each time. Contrast is most of its work, and few colours depend on the width: it is
 * measured at the present one. Where they do, `expectAccessible` or a test on a phone looks.
 */
export async function violations(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  const found = await violationsAtEachWidth(page, [0]);
  if (size) await page.setViewportSize(size);
  return found;
}

/**
 * As above, but leaves the page at one of the widths. It begins with the present one, which saves a change.
 * @param contrastAt which of the two widths contrast is measured at, the present one being 0.
 */
async function violationsAtEachWidth(page: Page, contrastAt: readonly number[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found: string[] = [];
  for (const [index, width] of (page.viewportSize()?.width === 390 ? [390, 1280] : [1280, 390]).entries()) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForFunction((asked) => window.innerWidth === asked, width);
    // The styles of a width come with its first frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    found.push(...(await atRest(page, contrastAt.includes(index))).map((violation) => `${width} px, ${violation}`));
  }
  return found;
}

/** Runs axe while nothing loads or moves, and again where something began to in the meantime. */
async function atRest(page: Page, contrast: boolean): Promise<string[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await page.waitForFunction(isAtRest);
    const found = await page.evaluate(run, contrast);
    if (await page.evaluate(isAtRest)) return found;
  }
  throw new Error(`${page.url()} does not come to rest.`);
}

/** Runs in the page: nothing is marked as loading, no placeholder stands in for content, no transition is under way. */
function isAtRest(): boolean {
  const loading = document.querySelector('[aria-busy="true"], .placeholder, [class*="skeleton"]');
  const moving = document
    .getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  return loading === null && moving.length === 0;
}

/** Runs in the page. Of a long list or table it looks at the beginning: the rest is made of the same elements. */
async function run(contrast: boolean): Promise<string[]> {
  const context = { exclude: ['tbody > tr:nth-child(n + 9)', 'li:nth-child(n + 13)'] };
  const { violations } = await window.axe.run(context, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: contrast } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id}: ${target} ${html} ${failureSummary}`),
  );
}

/** Walks to the pages and demands that axe finds nothing on any of them. */
export async function expectAccessible(page: Page, places: readonly Place[]): Promise<void> {
  await walk(page, places, async (path) =>
    expect([path, await violationsAtEachWidth(page, [0, 1])]).toEqual([path, []]),
  );
}
