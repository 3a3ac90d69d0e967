import { outageOf } from '@lantern/api/shared/outage';
import { ShopError } from '@lantern/api/shared/shop-error';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

interface ErrorBody {
  code: string;
  rpc: number;
  message: string;
}

const unreadable = { code: 'BAD_REQUEST', rpc: -32_600, message: 'This request cannot be read.' };

/** tRPC's codes and JSON-RPC numbers for errors before a request reaches tRPC, by HTTP status. */
const errorBodies: Record<number, ErrorBody> = {
  401: { code: 'UNAUTHORIZED', rpc: -32_001, message: 'Please log in first.' },
  403: { code: 'FORBIDDEN', rpc: -32_003, message: 'This is not allowed.' },
  404: { code: 'NOT_FOUND', rpc: -32_004, message: 'Page not found.' },
  405: { code: 'METHOD_NOT_SUPPORTED', rpc: -32_005, message: 'This address can only be read.' },
  413: { code: 'PAYLOAD_TOO_LARGE', rpc: -32_013, message: 'This request is too large.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', rpc: -32_015, message: 'Please send JSON.' },
  503: { code: 'SERVICE_UNAVAILABLE', rpc: -32_603, message: 'The store is busy. Please try again in a moment.' },
};
const unexpected = {
  code: 'INTERNAL_SERVER_ERROR',
  rpc: -32_603,
  message: 'Something went wrong on our side. Please try again.',
};

/** What Fastify hands to its error handler. */
export type RequestError = FastifyError | TRPCError | ShopError;

/** Fastify's error handler: responds in the same format as the API, without details of unexpected errors. */
export function handleError(error: RequestError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendFailure(reply, failureOf(error, request), request.id);
}

/** Responds with what a request failed with, in the format of the API. */
export function sendFailure(reply: FastifyReply, failure: ShopError | number, requestId: string): FastifyReply {
  return typeof failure === 'number' ? sendError(reply, failure, requestId) : sendShopError(reply, failure, requestId);
}

/** Why a request failed: a refusal with its words, otherwise an HTTP status. Logs it, unless it is the client's doing. */
export function failureOf(error: RequestError, request: FastifyRequest): ShopError | number {
  if (error instanceof ShopError) return error;
  const outage = outageOf(error);
  if (outage) {
    request.log.warn({ err: error }, 'database failure');
    return outage;
  }
  const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : (error.statusCode ?? 500);
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') request.log.info('client disconnected before the response');
  else if (status >= 500 && status !== 503) request.log.error({ err: error }, 'request failed');
  // The file server answers 403 for paths outside its folder; do not reveal whether such a file exists.
  return status === 403 ? 404 : status;
}

/** The HTTP status of a refusal. */
export const httpStatusOf = ({ code }: ShopError) => getHTTPStatusCodeFromError(new TRPCError({ code }));

function sendShopError(reply: FastifyReply, error: ShopError, requestId: string): FastifyReply {
  const { code, message, reason, fieldErrors, details } = error;
  const httpStatus = httpStatusOf(error);
  const data = { code, httpStatus, requestId, reason, fieldErrors, details };
  if (details?.retryAfterSeconds) reply.header('retry-after', details.retryAfterSeconds);
  return reply
    .status(httpStatus)
    .header('cache-control', 'no-store')
    .send({ error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } });
}

/** Responds with an error in the format of the API. */
export function sendError(reply: FastifyReply, status: number, requestId: string): FastifyReply {
  const { code, rpc, message } = errorBodies[status] ?? (status < 500 ? unreadable : unexpected);
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .send({ error: { message, code: rpc, data: { code, httpStatus: status, requestId } } });
}
