import type { CDPSession } from '@playwright/test';

const KBIT_S = 1000 / 8;

/** The phone that every page is opened on. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
} as const;

/** What Lighthouse calls slow 4G, and a processor four times slower. Throughput is in bytes a second. */
const SLOW = {
  network: { latency: 150, downloadThroughput: 1600 * KBIT_S, uploadThroughput: 750 * KBIT_S },
  cpuRate: 4,
};

/** `slow`: the phone's line and processor; `free`: those of this machine. */
export type Conditions = 'slow' | 'free';

/** Applies the conditions to a page, from its next request on. */
export async function apply(conditions: Conditions, devtools: CDPSession): Promise<void> {
  if (conditions === 'free') return;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...SLOW.network });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpuRate });
}
