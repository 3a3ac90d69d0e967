import { tracked } from '@trpc/server';
import { followActivity } from '../../activity/feed.ts';
import { namesOf } from '../../activity/names.ts';
import { activityListInput, entryInput, namesInput, streamInput } from '../../activity/schema.ts';
import { viewAnchor } from '../../activity/send-head.ts';
import { activityHead, listActivity, storedEntry } from '../../activity/service.ts';
import { SHUTDOWN } from '../../activity/streams.ts';
import { UNDO } from '../../activity/undoable.ts';
import { verifyInTurn } from '../../activity/verify.ts';
import { adminProcedure, router } from '../../trpc.ts';
import { undo } from '../undo/undo.ts';

export const activityRouter = router({
  list: adminProcedure.input(activityListInput.prefault({})).query(({ input }) => listActivity(input)),

  /** Each entry once and in order, starting after `lastEventId`, or now without one. */
  stream: adminProcedure.input(streamInput).subscription(async function* ({ ctx, input, signal }) {
    using stream = await ctx.services.streams.open(ctx.user, signal);
    const seq = input?.lastEventId ?? (await activityHead()).seq;
    for await (const entry of followActivity(ctx.services.feed, seq, stream.signal)) {
      yield tracked(String(entry.seq), entry);
    }
    if (stream.signal.reason === SHUTDOWN) throw SHUTDOWN;
  }),

  /** An entry as it is stored, with what proves that nobody has altered it. */
  stored: adminProcedure.input(entryInput).query(({ input }) => storedEntry(input.seq)),

  names: adminProcedure.input(namesInput).query(({ input }) => namesOf(input)),

  undo: adminProcedure
    .meta({ verb: UNDO })
    .input(entryInput)
    .mutation(async ({ ctx, input }) => ({ ok: true as const, ...(await undo(ctx.services, input.seq)) })),

  verify: adminProcedure.query(() => verifyInTurn()),

  /** Whether the log's head is sent to somebody who keeps it, and when it last was. */
  anchor: adminProcedure.query(({ ctx }) => viewAnchor(ctx.services)),
});
