import { Pool } from 'undici';
import { buy, type Send, sender } from '../journeys.ts';
import { answerMessages } from '../processes.ts';
import { serve } from './server.ts';

/** What to record: these paths, and the purchase of this variant by who has this cookie. */
export interface Recording {
  origin: string;
  paths: string[];
  purchase: { variantId: number; cookie: string };
}

const CONNECTIONS = 8;

/** The store's own answers, by path: no server can answer faster than one that only looks them up. */
const recorded = new Map<string, Buffer>();

/** Asks the store for everything once, then serves it; returns the origin. @throws {Error} if the store refuses. */
async function record({ origin, paths, purchase }: Recording): Promise<string> {
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const recording =
    (send: Send): Send =>
    async (path, body) => {
      const text = await send(path, body);
      if (text === null) throw new Error(`The store refused ${path}.`);
      recorded.set(path, Buffer.from(text));
      return text;
    };
  const asGuest = recording(sender(pool));
  const waiting = paths.values();
  const takeTurns = async () => {
    for (const path of waiting) await asGuest(path);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, takeTurns));
  await buy(recording(sender(pool, purchase.cookie)), purchase.variantId);
  await pool.close();
  return serve((request, response) => {
    const answer = recorded.get(request.url ?? '');
    if (!answer) return response.writeHead(404).end();
    // A body has to be read before the connection can carry the next request.
    request.resume();
    return response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
}

answerMessages(record);
