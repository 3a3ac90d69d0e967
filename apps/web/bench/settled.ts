import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Traffic } from './traffic.ts';

const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 120_000;

/**
 * Waits until a page has loaded and for so long has neither asked for anything nor had a long task.
 * @throws {Error} if that does not happen within two minutes.
 */
export async function settled(page: Page, traffic: Traffic, quietMs: number): Promise<void> {
  await page.waitForLoadState('load');
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const waiting = quietMs - Math.min(traffic.quietFor(), await idleFor(page));
    if (waiting <= 0) return;
    await sleep(Math.max(LOOK_EVERY_MS, waiting));
  }
  throw new Error(`${page.url()} does not come to rest.`);
}

/** For how long the page has had no long task, in milliseconds. */
const idleFor = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const last = window.vitals.longTasks.at(-1);
    return performance.now() - (last ? last.startTime + last.duration : window.vitals.fcp);
  });
