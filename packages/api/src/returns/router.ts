import { orderKey } from '../orders/access.ts';
import { withLinksFor } from '../orders/documents.ts';
import { forAccount } from '../sessions/acting-for.ts';
import { publicProcedure, router } from '../trpc.ts';
import { requestReturn } from './request.ts';
import { requestReturnInput } from './schema.ts';

/** Served under `orders`. */
export const returnsRouter = router({
  requestReturn: publicProcedure
    .input(forAccount)
    .input(requestReturnInput)
    .mutation(async ({ ctx, input }) =>
      withLinksFor(ctx.services, input, await requestReturn(ctx.services, await orderKey(ctx, input), input)),
    ),
});
