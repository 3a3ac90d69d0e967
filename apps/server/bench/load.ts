import { setTimeout as sleep } from 'node:timers/promises';
import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { Pool } from 'undici';
import { addToCart, buy, type Send, sender } from './journeys.ts';
import { answerMessages } from './processes.ts';
import { type Measured, percentile } from './report.ts';
import { zipf } from './zipf.ts';

/** What to ask a server for, over as many connections as there are cookies; `null` is a guest. */
export interface Load {
  origin: string;
  /** Paths are drawn by Zipf's law, variants each as often as the others: a popular one would sell out. */
  ask: { paths: string[] } | { add: number[] } | { buy: number[] };
  cookies: (string | null)[];
  seconds: number;
  seed: number;
  /** So many are begun each second, all connections together; as many as possible by default. */
  perSecond?: number;
}

/** Asks until the time is up; each connection sends its next request once it has the answer to the last. */
async function measure({ origin, ask, cookies, seconds, seed, perSecond }: Load): Promise<Measured> {
  await using pool = disposable(new Pool(origin, { connections: cookies.length, pipelining: 1 }));
  const journey = journeysOf(ask, mulberry32(seed));
  const times: number[] = [];
  let errors = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const pauseMs = perSecond ? (1000 * cookies.length) / perSecond : 0;
  const keepAsking = async (cookie: string | null, index: number) => {
    const send = sender(pool.value, cookie ?? undefined);
    let turn = started + (pauseMs * index) / cookies.length;
    for (let began = performance.now(); began < end; began = performance.now()) {
      if (pauseMs > 0 && turn > began) await sleep(turn - began);
      turn += pauseMs;
      began = performance.now();
      if (!(await journey(send))) errors += 1;
      times.push(performance.now() - began);
    }
  };
  await Promise.all(cookies.map(keepAsking));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return {
    answers: times.length - errors,
    errors,
    perSecond: (times.length - errors) / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** What one connection does again and again. Resolves to whether it was answered as it should be. */
function journeysOf(ask: Load['ask'], random: () => number): (send: Send) => Promise<boolean> {
  if ('paths' in ask) {
    const draw = zipf(ask.paths.length, random);
    return async (send) => (await send(ask.paths[draw()] ?? '')) !== null;
  }
  const [variants, journey] = 'add' in ask ? [ask.add, addToCart] : [ask.buy, buy];
  return (send) => journey(send, variants[Math.floor(random() * variants.length)] ?? 0);
}

function disposable(pool: Pool) {
  return { value: pool, [Symbol.asyncDispose]: () => pool.close() };
}

answerMessages(measure);
