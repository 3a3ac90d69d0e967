/** Runs something when the browser has nothing else to do. Safari cannot tell; the time that has passed has to do. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run);
  else run();
}
