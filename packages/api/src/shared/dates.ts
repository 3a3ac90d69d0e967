export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A point in time before now, in UTC. */
export function ago(milliseconds: number, now = new Date()): Date {
  return new Date(now.getTime() - milliseconds);
}
