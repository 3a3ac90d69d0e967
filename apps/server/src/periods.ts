/** How long things may take in the server, and how often it checks, in milliseconds. */
export const PERIODS = {
  /** For a whole request with its body: enough for a large image over a slow connection. */
  request: 45_000,
  headers: 15_000,
  /** How often the server checks for requests that take too long. */
  requestCheck: 2000,
  /** How long a connection may be idle in both directions; live streams send pings more often. */
  idle: 120_000,
  /** A database that takes longer for a trivial query counts as unavailable. */
  ping: 2000,
};

export type Periods = typeof PERIODS;
