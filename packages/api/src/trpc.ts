import { createHash } from 'node:crypto';
import { actingAs } from '@lantern/db/activity/actor';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import type { Observe } from '@lantern/db/observe';
import { initTRPC, TRPCError } from '@trpc/server';
import { sse } from './activity/event-stream.ts';
import { isUndoable } from './activity/undoable.ts';
import type { Services } from './services.ts';
import { checkAccount, splitAccount } from './sessions/acting-for.ts';
import type { Viewer } from './sessions/viewer.ts';
import { type Cookies, GUEST_COOKIE } from './shared/cookies.ts';
import { DoneOnce } from './shared/done-once.ts';
import { publicError } from './shared/public-error.ts';
import type { RequestKind } from './shared/request-limits.ts';
import { isAsyncIterable, translated, withTranslatedErrors } from './translated-errors.ts';

/** The context of one request. */
export interface RequestContext {
  services: Services;
  requestId: string;
  ip: string;
  cookies: Cookies;
  /** The header of that name. */
  userAgent?: string;
  /** That of the page which asks; one of the store's. */
  language: string;
  /** The account the sending page acts for: its id, or null for a guest; undefined if the page did not send it. */
  actingFor?: number | null;
  /** True for the requests of the store's own pages. */
  isFromPage?: boolean;
  /** Repeated requests with this key, user and input run once. */
  requestKey?: string;
  /** Called with the number of the log entry to undo, if an admin's change can be undone. */
  onUndoable?(seq: number): void;
  /** True if it has been counted towards the limits already. */
  isCounted?: boolean;
  /** Surrounds each procedure of a batch, as its path. */
  observe?: Observe;
  /** The logged-in user; looked up lazily, at most once per request. */
  viewer(): Promise<Viewer | null>;
}

/** The metadata of a procedure. */
interface Meta {
  /** For admin mutations: the verb in the activity log, if it is not create, update or delete. */
  verb?: string;
  /** For a login, which names its own account: the account logged in before does not matter. */
  anyAccount?: boolean;
  /** The rate limit it counts towards; by default read or change. Null if it has limits of its own. */
  countsAs?: RequestKind | null;
}

/*
 * 1. Initialisation: the context's type and the shape of errors.
 *
 * No data transformer: plain JSON, so that any HTTP client can call. For an unexpected error only the request id
 * is sent; the server's log has the details under that id.
 */
const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse,
    errorFormatter({ shape, error, ctx }) {
      const { message, ...details } = publicError(error);
      const { code, httpStatus } = shape.data;
      return { code: shape.code, message, data: { code, httpStatus, requestId: ctx?.requestId, ...details } };
    },
  });

/** First of all, so that whatever the others do belongs to the procedure. */
const observed = t.middleware(({ ctx, path, next }) => (ctx.observe ? ctx.observe(path, () => next()) : next()));

/** Services do not depend on tRPC; this maps their errors to tRPC errors, those of a subscription as well. */
const translateErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return isAsyncIterable(result.data) ? { ...result, data: withTranslatedErrors(result.data) } : result;
  const error = translated(result.error.cause);
  if (!error) return result;
  throw error;
});

/**
 * Each call of a batch counts. Beyond the limit of an address, those of its people who are logged in are counted each by
 * themselves: one who floods the store must not lock out the office.
 */
const withinLimits = t.middleware(async ({ ctx, type, meta, next }) => {
  const { countsAs = type === 'mutation' ? 'change' : 'read' } = meta ?? {};
  if (ctx.isCounted || countsAs === null) return next();
  const { requestLimits } = ctx.services;
  await requestLimits.take(countsAs, ctx.ip).catch(async (refusal: unknown) => {
    const viewer = await ctx.viewer();
    if (!viewer) throw refusal;
    await requestLimits.take(countsAs, `account ${viewer.id}`);
  });
  return next();
});

/**
 * A page may stay open while another account logs in in another tab. So a change can name the account it was made
 * for, in `accountId` or in a header for the whole page, and is refused if that is not the current account.
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

const results = new DoneOnce<Outcome>(({ ok }) => ok);

/** Pressing "Try again" must not repeat a change: a request can carry a key that identifies it. */
const once = t.middleware(async ({ ctx, type, path, batchIndex, meta, getRawInput, next }) => {
  if (type !== 'mutation' || !ctx.requestKey || meta?.anyAccount) return next();
  const who = (await ctx.viewer())?.id ?? ctx.cookies.get(GUEST_COOKIE);
  if (who === undefined) return next();
  // Two identical calls in one batch are two changes.
  const key = JSON.stringify([who, path, ctx.requestKey, batchIndex, await getRawInput()]);
  return results.do(createHash('sha256').update(key).digest('hex'), next);
});

/*
 * 2. Procedures: each adds one check to the previous one.
 */
export const { router, mergeRouters } = t;
export const createCallerFactory = t.createCallerFactory;

const anyProcedure = t.procedure.use(observed).use(translateErrors).use(withinLimits);

/** For everyone, logged in or not. */
export const publicProcedure = anyProcedure.use(sameAccount).use(once);

/** For logged-in users: `ctx.user` is set. */
export const protectedProcedure = anyProcedure
  .use(async ({ ctx, next }) => {
    const user = await ctx.viewer();
    if (!user) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please log in first.' });
    return next({ ctx: { user } });
  })
  .use(sameAccount)
  .use(once);

/**
 * For admins: `ctx.user.role` has the type `'admin'`. A mutation runs as a unit of work in the admin's name, so
 * that all its changes are recorded in the activity log.
 */
export const adminProcedure = protectedProcedure.use(async ({ ctx, path, type, meta, next }) => {
  const { role, id, email } = ctx.user;
  if (role !== 'admin') {
    ctx.services.accessLog.note(ctx.requestId, { event: 'forbidden', userId: id, path });
    throw new TRPCError({ code: 'FORBIDDEN', message: 'This is for admins only.' });
  }
  const proceed = () => next({ ctx: { user: { ...ctx.user, role } } });
  if (type !== 'mutation') return proceed();
  // A unit of work changes one entity, and others only as a consequence: the first entry is the one to undo.
  const onLogged = ([first]: readonly ActivityEntry[]) => {
    if (first && isUndoable(first)) ctx.onUndoable?.(first.seq);
  };
  return actingAs({ id, email, requestId: ctx.requestId, ip: ctx.ip, verb: meta?.verb, onLogged }, proceed);
});
