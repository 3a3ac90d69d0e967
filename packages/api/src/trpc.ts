import { createHash } from 'node:crypto';
import { actingAs } from '@lantern/db/activity/actor';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { initTRPC, TRPCError } from '@trpc/server';
import { isUndoable } from './activity/undoable.ts';
import { checkAccount, splitAccount } from './auth/acting-for.ts';
import type { Viewer } from './auth/viewer.ts';
import type { Services } from './services.ts';
import { type Cookies, GUEST_COOKIE } from './shared/cookies.ts';
import { DoneOnce } from './shared/done-once.ts';
import { outageOf } from './shared/outage.ts';
import { publicError } from './shared/public-error.ts';
import type { RequestKind } from './shared/request-limits.ts';
import { ShopError } from './shared/shop-error.ts';

/** What one request brings along. */
export interface RequestContext {
  services: Services;
  requestId: string;
  ip: string;
  cookies: Cookies;
  /** The account that the page which sent this acts for: its id, null for a guest; left out where the page does not say. */
  actingFor?: number | null;
  /** A request that comes again under this key, from the same person with the same input, is done once. */
  requestKey?: string;
  /** Called with the number of the log entry that undoes an admin's change, where one does. */
  onUndoable?(seq: number): void;
  /** Who is asking; looked up at most once per request, and only where somebody wants to know. */
  viewer(): Promise<Viewer | null>;
}

/** What a procedure may say of itself. */
interface Meta {
  /** An admin's: its word in the activity log, where create, update or delete won't do. */
  verb?: string;
  /** It says by itself whom it is for (a login): the account that was here before does not matter. */
  anyAccount?: boolean;
  /** What it counts as where one address asks too often; left out: a read or a change. */
  countsAs?: RequestKind;
}

/*
 * 1. Initialisation: the context's type, and the one shape in which errors leave the server.
 *
 * No data transformer: plain JSON, so that any HTTP client can call. Of an unexpected error
 * only the request's id is sent; the server's log has the rest under that id.
 */
const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    // Pings keep a quiet stream alive; a client that hears nothing for 15 s reconnects.
    sse: { ping: { enabled: true, intervalMs: 5000 }, client: { reconnectAfterInactivityMs: 15_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { message, ...details } = publicError(error);
      const { code, httpStatus } = shape.data;
      return { code: shape.code, message, data: { code, httpStatus, requestId: ctx?.requestId, ...details } };
    },
  });

/** Services know nothing of tRPC; here their errors get its codes. */
const translateErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause: thrown } = result.error;
  const cause = thrown instanceof ShopError ? thrown : outageOf(thrown);
  if (!cause) return result;
  throw new TRPCError({ code: cause.code, message: cause.message, cause });
});

/** In a batch each call counts. */
const withinLimits = t.middleware(async ({ ctx, type, meta, next }) => {
  await ctx.services.requestLimits.take(meta?.countsAs ?? (type === 'mutation' ? 'change' : 'read'), ctx.ip);
  return next();
});

/**
 * A page may stay open while somebody else logs in in another tab. So a change can name the account it was made
 * for, in `accountId` or in a header for the whole page, and is refused when that is not who asks.
 */
const sameAccount = t.middleware(async ({ ctx, type, meta, getRawInput, next }) => {
  if (type !== 'mutation') return next();
  const { named, rest } = splitAccount(await getRawInput());
  if (!meta?.anyAccount) {
    for (const claim of [named, ctx.actingFor]) if (claim !== undefined) checkAccount(claim, await ctx.viewer());
  }
  return next({ getRawInput: async () => rest });
});

type Outcome = Awaited<ReturnType<Parameters<Parameters<typeof t.middleware>[0]>[0]['next']>>;

const answered = new DoneOnce<Outcome>(({ ok }) => ok);

/** Who has pressed "Try again" means the same change once: a request can bring a key along that says so. */
const once = t.middleware(async ({ ctx, type, path, batchIndex, meta, getRawInput, next }) => {
  if (type !== 'mutation' || !ctx.requestKey || meta?.anyAccount) return next();
  const who = (await ctx.viewer())?.id ?? ctx.cookies.get(GUEST_COOKIE);
  if (who === undefined) return next();
  // The same twice in one batch is meant twice.
  const key = JSON.stringify([who, path, ctx.requestKey, batchIndex, await getRawInput()]);
  return answered.do(createHash('sha256').update(key).digest('hex'), next);
});

/*
 * 2. Procedures: each the one before and one question more.
 */
export const { router, mergeRouters } = t;
export const createCallerFactory = t.createCallerFactory;

const anyProcedure = t.procedure.use(translateErrors).use(withinLimits);

/** Anybody, logged in or not. */
export const publicProcedure = anyProcedure.use(sameAccount).use(once);

/** Somebody who is logged in: `ctx.user` is there. */
export const protectedProcedure = anyProcedure
  .use(async ({ ctx, next }) => {
    const user = await ctx.viewer();
    if (!user) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please log in first.' });
    return next({ ctx: { user } });
  })
  .use(sameAccount)
  .use(once);

/**
 * Admins: to the compiler too, `ctx.user.role` is `'admin'` and nothing else. A mutation runs as a unit
 * of work in the admin's name, so that whatever it changes leaves its entry in the activity log.
 */
export const adminProcedure = protectedProcedure.use(async ({ ctx, type, meta, next }) => {
  const { role, id, email } = ctx.user;
  if (role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN', message: 'This is for admins only.' });
  const proceed = () => next({ ctx: { user: { ...ctx.user, role } } });
  if (type !== 'mutation') return proceed();
  // A unit of work changes one entity, and others only as a consequence: the first entry is the one to undo.
  const onLogged = ([first]: readonly ActivityEntry[]) => {
    if (first && isUndoable(first)) ctx.onUndoable?.(first.seq);
  };
  return actingAs({ id, email, requestId: ctx.requestId, ip: ctx.ip, verb: meta?.verb, onLogged }, proceed);
});
