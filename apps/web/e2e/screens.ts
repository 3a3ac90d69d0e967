import { devices } from '@playwright/test';

/** What the store is looked at with. */
export const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } };
/** A phone's screen has more pixels, which take as many times as long to paint: only where somebody looks at them. */
const density = process.env.SCREENSHOTS ? 2 : 1;
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: density,
  isMobile: true,
  hasTouch: true,
};
