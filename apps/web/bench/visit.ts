import type { Browser } from '@playwright/test';
import { apply, type Conditions, PHONE } from './conditions.ts';
import { settled } from './settled.ts';
import { type Tapped, tapCard } from './tap.ts';
import { Traffic } from './traffic.ts';
import { cumulativeLayoutShift, observeVitals, totalBlockingTime } from './vitals.ts';

/** What was measured of a page that was opened with an empty cache. Times in milliseconds, sizes in bytes. */
export interface Visit {
  lcp: number;
  /** The element that was painted last, and the address of its image, if it is one. */
  lcpElement: string;
  lcpUrl: string;
  cls: number;
  blocking: number;
  /** Time to the first byte of the document. */
  ttfb: number;
  fcp: number;
  /** When the page first asked the API; null if it did not. */
  firstApi: number | null;
  requests: number;
  requestsBeforeLcp: number;
  scriptBytes: number;
  styleBytes: number;
  fontBytes: number;
  imageBytes: number;
  allBytes: number;
}

interface Opened {
  visit: Visit;
  /** If a card was to be tapped. */
  tapped: Tapped | null;
}

interface Opening {
  url: string;
  conditions: Conditions;
  /** How long a page must do nothing to be taken as loaded, in milliseconds. */
  quietMs: number;
  /** Tap a card afterwards. */
  tap: boolean;
}

/** Opens a page in a browser that has never been at the store, waits until it rests, and measures it. */
export async function visitPage(browser: Browser, { url, conditions, quietMs, tap }: Opening): Promise<Opened> {
  await using context = await browser.newContext(PHONE);
  await context.addInitScript(observeVitals);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await apply(conditions, devtools);
  const traffic = await Traffic.watch(devtools);
  await page.goto(url);
  await settled(page, traffic, quietMs);
  const { vitals, origin } = await page.evaluate(() => ({ vitals: window.vitals, origin: performance.timeOrigin }));
  const visit: Visit = {
    lcp: vitals.lcp.time,
    lcpElement: vitals.lcp.element,
    lcpUrl: vitals.lcp.url,
    cls: cumulativeLayoutShift(vitals.shifts),
    blocking: totalBlockingTime(vitals),
    ttfb: traffic.firstByte(),
    fcp: vitals.fcp,
    firstApi: traffic.firstTo('/trpc/', origin),
    requests: traffic.count,
    requestsBeforeLcp: traffic.countWithin(vitals.lcp.time, origin),
    scriptBytes: traffic.bytes('script'),
    styleBytes: traffic.bytes('style'),
    fontBytes: traffic.bytes('font'),
    imageBytes: traffic.bytes('image'),
    allBytes: traffic.bytes(),
  };
  return { visit, tapped: tap ? await tapCard(page, traffic) : null };
}
