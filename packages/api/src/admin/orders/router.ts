import { adminProcedure, router } from '../../trpc.ts';
import { listAllOrders } from './list.ts';
import { refundOrder } from './refund.ts';
import { adminOrderInput, adminOrderListInput, refundInput, setNoteInput, setStatusInput } from './schema.ts';
import { setNote, setStatus } from './service.ts';
import { adminOrder } from './view.ts';

export const adminOrdersRouter = router({
  list: adminProcedure.input(adminOrderListInput.prefault({})).query(({ input }) => listAllOrders(input)),

  byNumber: adminProcedure.input(adminOrderInput).query(({ input }) => adminOrder(input.number)),

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
