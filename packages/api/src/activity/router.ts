import { tracked } from '@trpc/server';
import { adminProcedure, router } from '../trpc.ts';
import { followActivity } from './feed.ts';
import { activityListInput, streamInput } from './schema.ts';
import { activityHead, listActivity } from './service.ts';
import { GOING_DOWN } from './streams.ts';
import { verifyActivity } from './verify.ts';

export const activityRouter = router({
  list: adminProcedure.input(activityListInput).query(({ input }) => listActivity(input)),

  /** Each entry once and in order, from after `lastEventId` on; without one, from now on. */
  stream: adminProcedure.input(streamInput).subscription(async function* ({ ctx, input, signal }) {
    using stream = ctx.shop.streams.open(ctx.user, signal);
    const seq = input?.lastEventId ?? (await activityHead()).seq;
    for await (const entry of followActivity(ctx.shop.feed, seq, stream.signal)) {
      yield tracked(String(entry.seq), entry);
    }
    if (stream.signal.reason === GOING_DOWN) throw GOING_DOWN;
  }),

  verify: adminProcedure.query(() => verifyActivity()),
});
