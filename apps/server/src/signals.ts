/** What a signal to end does. */
export interface Signals {
  replace(stop: () => void): void;
}

/**
 * Calls `stop`, or its later replacement, on SIGTERM and SIGINT. Handles the first signal only, because Ctrl+C
 * arrives twice: from the terminal and from the parent process. The listeners are never exchanged, since a signal
 * that arrives meanwhile would be lost.
 */
export function onSignal(stop: () => void): Signals {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!stopping) stop();
      stopping = true;
    });
  }
  return {
    replace(next) {
      stop = next;
    },
  };
}
