import { adminProcedure, router } from '../../trpc.ts';
import { saveDeliveryInput } from './schema.ts';
import { listDelivery, saveDelivery } from './service.ts';

export const adminDeliveryRouter = router({
  list: adminProcedure.query(() => listDelivery()),

  save: adminProcedure.input(saveDeliveryInput).mutation(({ ctx, input }) => saveDelivery(ctx.services, input)),
});
