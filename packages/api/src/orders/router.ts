import { protectedProcedure, router } from '../trpc.ts';
import { orderInput, orderListInput } from './schema.ts';
import { listOrders, orderByNumber } from './service.ts';

/** Read-only: closing an order moves money, so it belongs to the checkout. */
export const ordersRouter = router({
  list: protectedProcedure.input(orderListInput.prefault({})).query(({ ctx, input }) => listOrders(ctx.user.id, input)),
  byNumber: protectedProcedure.input(orderInput).query(({ ctx, input }) => orderByNumber(ctx.user.id, input.number)),
});
