import { adminProcedure, router } from '../../trpc.ts';
import { decideReturn } from './decide.ts';
import { listReturns } from './list.ts';
import { receiveReturn } from './receive.ts';
import { decideReturnInput, receiveReturnInput, returnListInput } from './schema.ts';

export const adminReturnsRouter = router({
  list: adminProcedure.input(returnListInput.prefault({})).query(({ input }) => listReturns(input)),

  decide: adminProcedure
    .meta({ verb: 'decide' })
    .input(decideReturnInput)
    .mutation(({ ctx, input }) => decideReturn(ctx.services, input)),

  receive: adminProcedure
    .meta({ verb: 'receive' })
    .input(receiveReturnInput)
    .mutation(({ ctx, input }) => receiveReturn(ctx.services, input)),
});
