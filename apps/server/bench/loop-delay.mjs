/** Loaded into a server by `--import`: at SIGUSR2 it prints how late its event loop was since the last time, in milliseconds. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('SIGUSR2', () => {
  const [p99, max] = [delay.percentile(99), delay.max].map((nanoseconds) => nanoseconds / 1e6 - RESOLUTION_MS);
  process.stdout.write(`loop delay: p99 ${p99.toFixed(1)}, max ${max.toFixed(1)}\n`);
  delay.reset();
});
