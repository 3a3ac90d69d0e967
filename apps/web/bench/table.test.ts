import { expect, test } from 'vitest';
import type { Round } from './figures.ts';
import { paintedLast, tableOf } from './table.ts';

/** A round in which everything takes so long, and only LCP is of interest. */
function round(lcp: number, tap?: number): Round {
  const slow = {
    lcp,
    lcpElement: 'img.hero',
    lcpUrl: 'http://127.0.0.1/assets/teapot.webp',
    cls: 0.001,
    blocking: 150,
    ttfb: 160,
    fcp: 900,
    firstApi: null,
    requests: 20,
    requestsBeforeLcp: 14,
    scriptBytes: 110_400,
    styleBytes: 24_900,
    fontBytes: 21_000,
    imageBytes: 80_000,
    allBytes: 240_000,
  };
  const tapped = tap === undefined ? null : { content: tap, button: tap + 10 };
  return { slow, slowTap: tapped, freeTap: tapped };
}

test('the table has the medians, and says which goals are reached', () => {
  const home = [round(1600, 90), round(1400, 110), round(1450, 95)];
  const product = [round(1700)];
  expect(tableOf({ pages: ['home', 'product'], now: { home, product } })).toMatchInlineSnapshot(`
    "|                             |     below |    home | product |
    | --------------------------- | --------: | ------: | ------: |
    | LCP, s                      | 1.5 / 1.8 |  1.45 ✓ |  1.70 ✓ |
    | CLS                         |      0.02 | 0.001 ✓ | 0.001 ✓ |
    | total blocking time, ms     |       150 |   150 ✗ |   150 ✗ |
    | JavaScript, KB              |       110 | 110.4 ✗ | 110.4 ✗ |
    | CSS, KB                     |        25 |  24.9 ✓ |  24.9 ✓ |
    | requests before LCP         |        15 |    14 ✓ |    14 ✓ |
    | tap → content, ms           |       100 |    95 ✓ |         |
    | tap → content, slow, ms     |       500 |    95 ✓ |         |
    | tap → buy button, ms        |           |     105 |         |
    | tap → buy button, slow, ms  |           |     105 |         |
    | first byte, s               |           |    0.16 |    0.16 |
    | first paint, s              |           |    0.90 |    0.90 |
    | first request to the API, s |           |         |         |
    | requests                    |           |      20 |      20 |
    | images, KB                  |           |    80.0 |    80.0 |
    | fonts, KB                   |           |    21.0 |    21.0 |
    | everything, KB              |           |   240.0 |   240.0 |"
  `);
});

test('an earlier run is shown beside it', () => {
  const table = tableOf({ pages: ['home'], now: { home: [round(1400)] }, before: { home: [round(3000)] } });
  const [heading, , lcp] = table.split('\n');
  expect(heading).toMatch(/\| +below \| +home before \| +home \|/);
  expect(lcp).toMatch(/^\| LCP, s +\| +1\.5 \| +3\.00 ✗ \| +1\.40 ✓ \|$/);
});

test('the largest element of each page is named', () => {
  expect(paintedLast(['home'], { home: [round(1400)] })).toBe('LCP of home: img.hero (/assets/teapot.webp)');
});
