import { TRPCError } from '@trpc/server';
import { outageOf } from './shared/outage.ts';
import { ShopError } from './shared/shop-error.ts';

/** The tRPC error for what a service has thrown; null if that is not meant for the caller. */
export function translated(thrown: unknown): TRPCError | null {
  const cause = thrown instanceof ShopError ? thrown : outageOf(thrown);
  return cause && new TRPCError({ code: cause.code, message: cause.message, cause });
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** The same values. What a subscription throws is thrown once it is read from, when no middleware sees it any more. */
export async function* withTranslatedErrors(values: AsyncIterable<unknown>): AsyncGenerator<unknown, void, void> {
  try {
    yield* values;
  } catch (error) {
    throw translated(error) ?? error;
  }
}
