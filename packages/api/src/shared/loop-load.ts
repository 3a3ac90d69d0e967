import { performance } from 'node:perf_hooks';

/** How much the event loop of this process has to do. */
export class LoopLoad {
  #before = performance.eventLoopUtilization();

  /** The share of the time since this was last read in which it was not idle, from 0 to 1. */
  read(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    return utilization;
  }
}
