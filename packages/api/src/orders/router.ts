import { protectedProcedure, publicProcedure, router } from '../trpc.ts';
import { orderKey } from './access.ts';
import { withLinksFor } from './documents.ts';
import { orderInput, orderListInput } from './schema.ts';
import { listOrders, orderByNumber } from './service.ts';

/** Read-only: closing an order moves money, so it belongs to the checkout. */
export const ordersRouter = router({
  list: protectedProcedure.input(orderListInput.prefault({})).query(({ ctx, input }) => listOrders(ctx.user.id, input)),
  byNumber: publicProcedure
    .input(orderInput)
    .query(async ({ ctx, input }) =>
      withLinksFor(ctx.services, input, await orderByNumber(await orderKey(ctx, input))),
    ),
});
