import { adminProcedure, router } from '../../trpc.ts';
import { fulfil, fulfilMany } from './fulfil.ts';
import { listAllOrders } from './list.ts';
import { refundOrder } from './refund.ts';
import {
  adminOrderInput,
  adminOrderListInput,
  fulfilInput,
  fulfilManyInput,
  refundInput,
  setNoteInput,
  setStatusInput,
  toShipInput,
} from './schema.ts';
import { setNote, setStatus } from './service.ts';
import { ordersToShip } from './to-ship.ts';
import { adminOrder } from './view.ts';

export const adminOrdersRouter = router({
  list: adminProcedure.input(adminOrderListInput.prefault({})).query(({ input }) => listAllOrders(input)),

  byNumber: adminProcedure.input(adminOrderInput).query(({ input }) => adminOrder(input.number)),

  toShip: adminProcedure.input(toShipInput.prefault({})).query(({ input }) => ordersToShip(input)),

  fulfil: adminProcedure
    .meta({ verb: 'fulfil' })
    .input(fulfilInput)
    .mutation(({ ctx, input }) => fulfil(ctx.services, input)),

  fulfilMany: adminProcedure
    .meta({ verb: 'fulfil' })
    .input(fulfilManyInput)
    .mutation(({ ctx, input }) => fulfilMany(ctx.services, input)),

  setStatus: adminProcedure
    .meta({ verb: 'set_status' })
    .input(setStatusInput)
    .mutation(({ ctx, input }) => setStatus(ctx.services, input)),

  refund: adminProcedure
    .meta({ verb: 'refund' })
    .input(refundInput)
    .mutation(({ ctx, input }) => refundOrder(ctx.services, input)),

  setNote: adminProcedure
    .meta({ verb: 'set_note' })
    .input(setNoteInput)
    .mutation(({ ctx, input }) => setNote(ctx.services, input)),
});
