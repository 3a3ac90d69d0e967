import { devices } from '@playwright/test';

/** What the store is looked at with. */
export const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
