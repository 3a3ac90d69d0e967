import { tracked } from '@trpc/server';
import { adminProcedure, router } from '../trpc.ts';
import { followActivity } from './feed.ts';
import { namesOf } from './names.ts';
import { activityListInput, namesInput, streamInput, undoInput } from './schema.ts';
import { activityHead, listActivity } from './service.ts';
import { GOING_DOWN } from './streams.ts';
import { undo } from './undo.ts';
import { UNDO } from './undoable.ts';
import { verifyInTurn } from './verify.ts';

export const activityRouter = router({
  list: adminProcedure.input(activityListInput.prefault({})).query(({ input }) => listActivity(input)),

  /** Each entry once and in order, from after `lastEventId` on; without one, from now on. */
  stream: adminProcedure.input(streamInput).subscription(async function* ({ ctx, input, signal }) {
    using stream = ctx.shop.streams.open(ctx.user, signal);
    const seq = input?.lastEventId ?? (await activityHead()).seq;
    for await (const entry of followActivity(ctx.shop.feed, seq, stream.signal)) {
      yield tracked(String(entry.seq), entry);
    }
    if (stream.signal.reason === GOING_DOWN) throw GOING_DOWN;
  }),

  names: adminProcedure.input(namesInput).query(({ input }) => namesOf(input)),

  undo: adminProcedure
    .meta({ verb: UNDO })
    .input(undoInput)
    .mutation(async ({ ctx, input }) => ({ ok: true as const, seq: await undo(ctx.shop, input.seq) })),

  verify: adminProcedure.query(() => verifyInTurn()),
});
