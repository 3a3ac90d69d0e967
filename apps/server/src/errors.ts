import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

/** tRPC's names and JSON-RPC numbers for what goes wrong before a request reaches it. */
const codes: Record<number, { code: string; rpc: number; message: string }> = {
  400: { code: 'BAD_REQUEST', rpc: -32_600, message: 'This request cannot be read.' },
  403: { code: 'FORBIDDEN', rpc: -32_003, message: 'Requests from other sites are refused.' },
  404: { code: 'NOT_FOUND', rpc: -32_004, message: 'There is nothing here.' },
  413: { code: 'PAYLOAD_TOO_LARGE', rpc: -32_013, message: 'This request is too large.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', rpc: -32_015, message: 'Please send JSON.' },
  503: { code: 'SERVICE_UNAVAILABLE', rpc: -32_603, message: 'The shop is busy. Please try again in a moment.' },
};
const unexpected = {
  code: 'INTERNAL_SERVER_ERROR',
  rpc: -32_603,
  message: 'Something went wrong on our side. Please try again.',
};

/** Answers in the same form as the API does, and never with more than the status tells. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500 && status !== 503) request.log.error({ err: error }, 'request failed');
    return sendError(reply, status, request.id);
  });
}

/** Ends a request with `status` in the API's form. */
export function sendError(reply: FastifyReply, status: number, requestId: string): FastifyReply {
  const { code, rpc, message } = codes[status] ?? unexpected;
  return reply.status(status).send({ error: { message, code: rpc, data: { code, httpStatus: status, requestId } } });
}
