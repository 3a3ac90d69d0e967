import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 8000;
/** The same of one who has paid: the provider alone may take ten seconds. */
const PAYING_MS = 25_000;
/** How long it goes on asking. */
const GIVE_UP_MS = 600_000;
const PAUSE_MS = 250;
/** The share of requests whose connection is dropped, and within which time. */
const DROPPED = 0.04;
const DROP_WITHIN_MS = 200;

/** What became of the requests. */
export class Traffic {
  requests = 0;
  repeated = 0;
  dropped = 0;
  /** Answers that say why the store cannot serve now. */
  unavailable = 0;
  /** Answers that no client should get. */
  readonly faults: string[] = [];
}

interface Network {
  /** Any of them can be asked. */
  origins: () => string[];
  /** Whether a proxy answers with 502 and 504 for a server that does not. */
  isProxied?: boolean;
  traffic: Traffic;
  random: () => number;
  /** Procedures that are sent once: their caller looks what became of them. */
  once: readonly string[];
  /** How long a client waits for an answer before it asks another server, in milliseconds. */
  patienceMs?: number;
}

/**
 * A `fetch` for clients of several servers, over a poor line: asks any of them, and repeats the very same request, to
 * another one, until it has a whole answer. Throws at once if a procedure of `once` gets none.
 */
export function poorNetwork(network: Network): typeof fetch {
  const { traffic, once } = network;
  return async (target, init) => {
    const { pathname, search } = new URL(String(target));
    const began = performance.now();
    for (let last = ''; ; ) {
      traffic.requests++;
      last = anotherOrigin(network, last);
      const response = await tryOnce(network, last + pathname + search, init);
      if (response) return response;
      if (once.some((procedure) => pathname.endsWith(`/${procedure}`))) throw new Error(`No answer to ${pathname}.`);
      if (performance.now() - began > GIVE_UP_MS) {
        traffic.faults.push(`${pathname}: no answer in ${GIVE_UP_MS / 1000} s`);
        throw new Error(`Never an answer to ${pathname}.`);
      }
      traffic.repeated++;
      await sleep(PAUSE_MS);
    }
  };
}

/** Of whichever server, but not of the one that has just given no answer. */
function anotherOrigin({ origins, random }: Network, last: string): string {
  const all = origins();
  const others = all.length > 1 ? all.filter((origin) => origin !== last) : all;
  return others[Math.floor(random() * others.length)] ?? '';
}

/** Null if there was no answer, or none to the question. */
async function tryOnce(
  { isProxied, traffic, random, patienceMs }: Network,
  address: string,
  init: RequestInit | undefined,
): Promise<Response | null> {
  const isDropped = random() < DROPPED;
  if (isDropped) traffic.dropped++;
  const withinMs = isDropped ? Math.ceil(random() * DROP_WITHIN_MS) : (patienceMs ?? patienceWith(address));
  try {
    const { response, text } = await within(withinMs, async (signal) => {
      const response = await fetch(address, { ...init, signal });
      // Also its end must arrive. A clone of it might never end: Node lets go of what it was cloned from.
      return { response, text: await response.text() };
    });
    const isAway = response.status === 503 || (isProxied && [502, 504].includes(response.status));
    if (isAway) traffic.unavailable++;
    else if (response.status >= 500)
      traffic.faults.push(`${new URL(address).pathname}: ${response.status} ${text.slice(0, 200)}`);
    // A server may end an idle connection with 408 just when it is used again. Nothing was done, so browsers repeat it too.
    else if (response.status !== 408) return wholeAnswer(response, text);
  } catch {
    // Refused, dropped or too late: which one does not matter to a client.
  }
  return null;
}

/** Of the address that it came from, for which its cookies are. */
function wholeAnswer(response: Response, text: string): Response {
  return Object.defineProperty(new Response(text || null, response), 'url', { value: response.url });
}

const patienceWith = (address: string) => (address.includes('/checkout.place') ? PAYING_MS : PATIENCE_MS);

/** Rejects after that time whatever becomes of `work`, whose signal aborts then. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late.abort();
      reject(new Error('No answer in time.'));
    }, ms);
  });
  try {
    return await Promise.race([timedOut, work(late.signal)]);
  } finally {
    clearTimeout(timer);
  }
}
