import { appRouter } from '@lantern/api/router';
import type { RequestContext } from '@lantern/api/trpc';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';

interface Call {
  type: 'query' | 'mutation';
  path: string;
  input: unknown;
  ctx: RequestContext;
  /** Its place among the calls of one request. */
  batchIndex: number;
}

/** Calls a procedure in this process, and answers in tRPC's own form; `onError` hears of a refusal or failure first. */
export async function callProcedure({ input, ...call }: Call, onError: (error: TRPCError) => void) {
  try {
    const getRawInput = async () => input;
    // It is completed even if nobody waits for it any more.
    const data = await callTRPCProcedure({ ...call, router: appRouter, getRawInput, signal: undefined });
    return { result: { data } };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    onError(error);
    const { _config: config } = appRouter._def;
    return { error: getTRPCErrorShape({ ...call, config, error, input }) };
  }
}
