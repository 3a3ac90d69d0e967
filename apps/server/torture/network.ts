import { setTimeout as sleep } from 'node:timers/promises';

/** How long a client waits for an answer before it asks another server. */
const PATIENCE_MS = 8000;
/** How long it goes on asking. */
const GIVE_UP_MS = 180_000;
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
  traffic: Traffic;
  random: () => number;
  /** Procedures that are sent once: their caller looks what became of them. */
  once: readonly string[];
}

/**
 * A `fetch` for clients of several servers, over a poor line: asks any of them, and repeats the very same request until it
 * has a whole answer. Throws at once if a procedure of `once` gets none.
 */
export function poorNetwork(network: Network): typeof fetch {
  const { traffic, once } = network;
  return async (target, init) => {
    const { pathname, search } = new URL(String(target));
    const began = performance.now();
    for (;;) {
      traffic.requests++;
      const response = await tryOnce(network, pathname + search, init);
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

/** Null if there was no answer, or none to the question. */
async function tryOnce(
  { origins, traffic, random }: Network,
  path: string,
  init: RequestInit | undefined,
): Promise<Response | null> {
  const choice = origins();
  const origin = choice[Math.floor(random() * choice.length)] ?? '';
  const isDropped = random() < DROPPED;
  if (isDropped) traffic.dropped++;
  const signal = AbortSignal.timeout(isDropped ? Math.ceil(random() * DROP_WITHIN_MS) : PATIENCE_MS);
  try {
    const response = await fetch(origin + path, { ...init, signal });
    // Also its end must arrive.
    const text = await response.clone().text();
    if (response.status === 503) traffic.unavailable++;
    else if (response.status >= 500)
      traffic.faults.push(`${path.split('?')[0]}: ${response.status} ${text.slice(0, 200)}`);
    // A server may end an idle connection with 408 just when it is used again. Nothing was done, so browsers repeat it too.
    else if (response.status !== 408) return response;
  } catch {
    // Refused, dropped or too late: which one does not matter to a client.
  }
  return null;
}
