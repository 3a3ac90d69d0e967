import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerMessages } from './processes.ts';
import { percentile } from './report.ts';

/** Requests that arrive at a rate, whether or not the earlier ones have been answered. */
export interface Arrivals {
  origin: string;
  variants: number[];
  cookies: string[];
  seconds: number;
  perSecond: number;
  /** The connections are open before it begins, as those of a proxy. Otherwise they are opened as they are needed. */
  kept: boolean;
}

interface Timed {
  perSecond: number;
  /** In milliseconds, from when a request was due; null if there was none. */
  p50: number | null;
  p99: number | null;
}

export interface Arrived {
  accepted: Timed;
  refused: Timed;
  /** Neither an answer nor a refusal that says when to come back. */
  failed: number;
}

/** More than ever wait: a request that is due must not wait for a connection. */
const CONNECTIONS = 2000;
const STEP = 250;

/** In turn: a guest's cart that is new, the cart and the orders of a shopper. Nothing of it is kept ready. */
async function arrive({ origin, variants, cookies, seconds, perSecond, kept }: Arrivals): Promise<Arrived> {
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const times: Record<'accepted' | 'refused', number[]> = { accepted: [], refused: [] };
  let failed = 0;
  const send = async (n: number, dueAt: number) => {
    const cookie = cookies[n % cookies.length];
    const body = JSON.stringify({ variantId: variants[n % variants.length], quantity: 1 });
    const request =
      n % 3 === 0
        ? ({ path: '/trpc/cart.add', method: 'POST', headers: { 'content-type': 'application/json' }, body } as const)
        : ({ path: `/trpc/${n % 3 === 1 ? 'cart.get' : 'orders.list'}`, method: 'GET', headers: { cookie } } as const);
    const answer = await pool.request(request);
    await answer.body.dump();
    const took = performance.now() - dueAt;
    if (answer.statusCode === 200) times.accepted.push(took);
    else if (answer.statusCode === 503 && 'retry-after' in answer.headers) times.refused.push(took);
    else failed += 1;
  };
  if (kept) await openConnections(pool);
  const started = performance.now();
  const total = Math.round(seconds * perSecond);
  const sent: Promise<void>[] = [];
  for (let n = 0; n < total; n++) {
    const dueAt = started + (1000 * n) / perSecond;
    if (dueAt - performance.now() > 1) await sleep(dueAt - performance.now());
    sent.push(send(n, dueAt).catch(() => void failed++));
  }
  await Promise.all(sent);
  await pool.close();
  const elapsed = (performance.now() - started) / 1000;
  const timed = (values: number[]): Timed => {
    values.sort((a, b) => a - b);
    const at = (share: number) => (values.length > 0 ? percentile(values, share) : null);
    return { perSecond: values.length / elapsed, p50: at(0.5), p99: at(0.99) };
  };
  return { accepted: timed(times.accepted), refused: timed(times.refused), failed };
}

/** As many as there may be: whoever asks while all others wait gets a new one. */
async function openConnections(pool: Pool): Promise<void> {
  for (let waiting = STEP; waiting <= CONNECTIONS; waiting += STEP) {
    const asking = Array.from({ length: waiting }, () => pool.request({ path: '/healthz', method: 'GET' }));
    await Promise.all(asking.map(async (answer) => (await answer).body.dump()));
  }
}

answerMessages(arrive);
