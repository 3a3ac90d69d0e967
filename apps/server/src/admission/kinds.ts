import type { GateLimits } from './gate.ts';

/** What requests compete for: those of one kind never take the places of another. */
export const kinds = ['read', 'change', 'payment', 'account'] as const;
export type Kind = (typeof kinds)[number];

/** Long patience, since whoever waits is refused at once when work fails for want of an answer: see `Leave`. */
const QUEUE = { queue: 256, queueMs: 1000, patienceMs: 15_000 };

/**
 * Reads and changes share the connections to the database, of which there are 20: many more at once would only wait there.
 * Payments wait for the provider, and logins for the hash or as a penalty, mostly without a connection.
 */
export const LIMITS: Record<Kind, GateLimits> = {
  read: { atOnce: 64, ...QUEUE },
  change: { atOnce: 64, ...QUEUE },
  payment: { atOnce: 128, ...QUEUE },
  account: { atOnce: 128, ...QUEUE },
};

/**
 * Whoever watches the server must hear of its overload, streams last for hours, uploads have limits of their own, and
 * files take no time.
 */
const EXEMPT = /^\/(?:healthz|readyz|admin\/images|assets\/|media\/|(?:[a-z]{2,3}\/)?trpc\/admin\.activity\.stream)/;
const FILE = /^[^?]*\.(?:js|css|svg|png|ico|txt|woff2|webmanifest)(?:\?|$)/;
const PROCEDURES = /^(?:\/[a-z]{2,3})?\/trpc\/([^?]*)/;
const PAYING = /(?:^|,)(?:checkout\.place|orders\.cancel|admin\.orders\.|admin\.returns\.)/;
const IDENTIFYING = /(?:^|,)(?:auth|account)\./;

/** The kind of a request; null if it is never refused. */
export function kindOf({ method = 'GET', url = '/' }: { method?: string; url?: string }): Kind | null {
  if (EXEMPT.test(url) || FILE.test(url)) return null;
  const [, procedures] = PROCEDURES.exec(url) ?? [];
  if (method === 'GET' || method === 'HEAD' || procedures === undefined) return 'read';
  if (PAYING.test(procedures)) return 'payment';
  return IDENTIFYING.test(procedures) ? 'account' : 'change';
}
