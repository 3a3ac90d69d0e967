import { orderKey } from '../orders/access.ts';
import { withLinksFor } from '../orders/documents.ts';
import { forAccount } from '../sessions/acting-for.ts';
import { returnAddress } from '../shared/return-address.ts';
import { publicProcedure, router } from '../trpc.ts';
import { requestReturn } from './request.ts';
import { requestReturnInput } from './schema.ts';

/** Served under `orders`. */
export const returnsRouter = router({
  /** The lines of the address that returns are sent to; none if the store has not been given one. */
  returnAddress: publicProcedure.query(({ ctx }) => returnAddress(ctx.services.seller)),

  requestReturn: publicProcedure
    .input(forAccount)
    .input(requestReturnInput)
    .mutation(async ({ ctx, input }) =>
      withLinksFor(ctx.services, input, await requestReturn(ctx.services, await orderKey(ctx, input), input)),
    ),
});
