import { forAccount } from '../auth/acting-for.ts';
import { protectedProcedure, router } from '../trpc.ts';
import { cancelInput, orderInput, orderListInput } from './schema.ts';
import { cancelOrder, listOrders, orderByNumber } from './service.ts';

export const ordersRouter = router({
  list: protectedProcedure.input(orderListInput.prefault({})).query(({ ctx, input }) => listOrders(ctx.user.id, input)),
  byNumber: protectedProcedure.input(orderInput).query(({ ctx, input }) => orderByNumber(ctx.user.id, input.number)),
  cancel: protectedProcedure
    .input(forAccount)
    .input(cancelInput)
    .mutation(({ ctx, input }) => cancelOrder(ctx.shop, ctx.user.id, input.number)),
});
