import { appRouter } from '@lantern/api/router';
import type { RequestContext } from '@lantern/api/trpc';
import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCode } from '@trpc/server/http';
import type { FastifyRequest } from 'fastify';
import { callProcedure } from './call-procedure.ts';

/*
 * Calls mutations without tRPC's adapter, which makes a web request and a web response, with streams and signals, of
 * what Fastify has read and will write: that took longer than a change of a cart.
 */

/** The procedures that a request calls: one, or those of a batch. */
interface Calls {
  isBatch: boolean;
  calls: { path: string; input: unknown }[];
}

/** The answer to a request. */
export interface Outcome {
  status: number;
  /** JSON. */
  body: string;
  errors: TRPCError[];
}

interface Failure {
  error: TRPCError;
  path: string;
  ctx: RequestContext;
}

const mutations = new Set(
  Object.entries<unknown>(appRouter._def.procedures)
    // The types of a router are nested; its procedures are not.
    .filter(([, procedure]) => Reflect.get(Object(procedure), '_def').type === 'mutation')
    .map(([path]) => path),
);

/** The mutations that a request calls; null if it is anything else, or not as it should be: that is left to tRPC. */
export function mutationsOf(
  request: FastifyRequest<{ Params: { path: string }; Querystring: { batch?: string } }>,
  maxBatch: number,
): Calls | null {
  const { method, params, query, headers } = request;
  if (method !== 'POST' || headers['trpc-accept'] !== undefined) return null;
  const isBatch = query.batch === '1';
  const paths = isBatch ? params.path.split(',') : [params.path];
  if (paths.length > maxBatch || !paths.every((path) => mutations.has(path))) return null;
  const body = parse(request.body);
  if (body === undefined) return null;
  if (!isBatch) return { isBatch, calls: paths.map((path) => ({ path, input: body })) };
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  return { isBatch, calls: paths.map((path, index) => ({ path, input: Reflect.get(body, index) })) };
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

/** Calls all of them at once, and answers as tRPC does. */
export async function callMutations(
  { isBatch, calls }: Calls,
  ctx: RequestContext,
  onError: (failure: Failure) => void,
): Promise<Outcome> {
  const errors: TRPCError[] = [];
  const results = await Promise.all(
    calls.map(({ path, input }, batchIndex) =>
      callProcedure({ type: 'mutation', path, input, ctx, batchIndex }, (error) => {
        errors.push(error);
        onError({ error, path, ctx });
      }),
    ),
  );
  const answer = isBatch ? results : results[0];
  return { status: getHTTPStatusCode(results), body: JSON.stringify(answer), errors };
}
