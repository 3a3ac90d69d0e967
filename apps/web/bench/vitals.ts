/** What a page reports about its own loading; times in milliseconds since its navigation began. */
export interface Vitals {
  /** First contentful paint. */
  fcp: number;
  /** Largest contentful paint: the last that was reported. */
  lcp: { time: number; element: string; url: string };
  shifts: { startTime: number; value: number; hadRecentInput: boolean }[];
  /** Tasks of the main thread that took more than 50 ms. */
  longTasks: { startTime: number; duration: number }[];
}

declare global {
  interface Window {
    vitals: Vitals;
  }
}

/**
 * Runs in the page before its own scripts. Function expressions have no names of their own here, because the compiler
 * would wrap those in a helper that the page does not have.
 */
export function observeVitals(): void {
  window.vitals = { fcp: 0, lcp: { time: 0, element: '', url: '' }, shifts: [], longTasks: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') window.vitals.fcp = entry.startTime;
      if (entry.entryType === 'layout-shift') {
        const { startTime, value, hadRecentInput } = entry.toJSON();
        window.vitals.shifts.push({ startTime, value, hadRecentInput });
      }
      if (entry.entryType === 'longtask') {
        const { startTime, duration } = entry;
        window.vitals.longTasks.push({ startTime, duration });
      }
      if (entry instanceof LargestContentfulPaint) {
        const { element, url, startTime } = entry;
        const name = [element?.localName ?? 'a removed element', ...(element?.classList ?? [])].join('.');
        window.vitals.lcp = { time: startTime, element: name, url };
      }
    }
  }).observe({ entryTypes: ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'] });
}

/** How long a task may take without blocking anybody. */
const UNNOTICED_MS = 50;

/** Total blocking time: what long tasks took beyond 50 ms, of the time after the first paint. */
export function totalBlockingTime({ longTasks, fcp }: Pick<Vitals, 'longTasks' | 'fcp'>): number {
  return longTasks.reduce((sum, { startTime, duration }) => {
    const afterPaint = startTime + duration - Math.max(startTime, fcp);
    return sum + Math.max(0, afterPaint - UNNOTICED_MS);
  }, 0);
}

const MAX_GAP_MS = 1000;
const MAX_WINDOW_MS = 5000;

/**
 * Cumulative layout shift: the largest sum of shifts that follow each other within a second, for at most five seconds.
 * Shifts right after an input are expected, and do not count.
 */
export function cumulativeLayoutShift(shifts: Vitals['shifts']): number {
  let [largest, sum, began, last] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const { startTime, value, hadRecentInput } of shifts) {
    if (hadRecentInput) continue;
    const goesOn = startTime - last < MAX_GAP_MS && startTime - began < MAX_WINDOW_MS;
    if (!goesOn) [sum, began] = [0, startTime];
    sum += value;
    last = startTime;
    largest = Math.max(largest, sum);
  }
  return largest;
}
