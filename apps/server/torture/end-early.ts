import type { Pace } from './pace.ts';

const MINUTE_MS = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ends the pace after so many minutes, or at a signal, until it is disposed of. `onEnd` is told why. */
export function endEarly(pace: Pace, minutes: number, onEnd: (why: string) => void): Disposable {
  const end = (why: string) => {
    // Ctrl+C arrives twice: from the terminal and from the parent process.
    if (pace.isOver) return;
    pace.isOver = true;
    onEnd(why);
  };
  const late = Number.isFinite(minutes)
    ? setTimeout(() => end(`${minutes} minutes are over`), minutes * MINUTE_MS)
    : undefined;
  for (const signal of SIGNALS) process.on(signal, end);
  return {
    [Symbol.dispose]() {
      clearTimeout(late);
      for (const signal of SIGNALS) process.off(signal, end);
    },
  };
}
