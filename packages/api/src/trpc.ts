import { createHash } from 'node:crypto';
import { actingAs } from '@lantern/db/activity/actor';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { checkAccount, splitAccount } from './auth/acting-for.ts';
import { GUEST_COOKIE } from './cart/owner.ts';
import type { RequestContext } from './context.ts';
import { DoneOnce } from './shared/done-once.ts';
import { fieldErrorsOf } from './shared/field-errors.ts';
import { outageOf } from './shared/outage.ts';
import type { RequestKind } from './shared/request-limits.ts';
import { ShopError } from './shared/shop-error.ts';

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
 * 1. Initialisation: the context's type, and the one form in which errors leave the house.
 *
 * No data transformer: plain JSON, so that any HTTP client can call. Nothing of an unexpected
 * error is told but the request's id, under which the log has the rest.
 */
const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    // A sign of life on a quiet stream, and how long a client bears silence before it comes again.
    sse: { ping: { enabled: true, intervalMs: 5000 }, client: { reconnectAfterInactivityMs: 15_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { message, ...particulars } = heard(error);
      const { code, httpStatus } = shape.data;
      return { code: shape.code, message, data: { code, httpStatus, requestId: ctx?.requestId, ...particulars } };
    },
  });

interface Heard {
  message: string;
  reason?: ShopError['reason'];
  fieldErrors?: ShopError['fieldErrors'];
  details?: ShopError['details'];
}

/** What the caller hears of an error: what the shop says on purpose, and nothing of the inside of the house. */
function heard({ code, cause, message }: TRPCError): Heard {
  if (cause instanceof ShopError) {
    const { reason, fieldErrors, details } = cause;
    return { message, reason, fieldErrors, details };
  }
  if (cause instanceof ZodError) {
    return { message: 'Some fields need fixing.', fieldErrors: fieldErrorsOf(cause) };
  }
  if (code === 'PARSE_ERROR' || cause instanceof SyntaxError) {
    return { message: 'This is not valid JSON.', fieldErrors: { input: ['This is not valid JSON.'] } };
  }
  if (code === 'INTERNAL_SERVER_ERROR') {
    return { message: 'Something went wrong on our side. Please try again.' };
  }
  // Whatever else went wrong while the input was read: its words are meant for a programmer.
  return code === 'BAD_REQUEST' && cause ? { message: 'This request cannot be read.' } : { message };
}

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
  await ctx.shop.requestLimits.take(meta?.countsAs ?? (type === 'mutation' ? 'change' : 'read'), ctx.ip);
  return next();
});

/**
 * A page may stay open while somebody else logs in beside it. So a change can say whom it was made for, in
 * `accountId` or for all of a page by a header, and is refused when that is not who asks.
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
export const router = t.router;
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
  return actingAs({ id, email, requestId: ctx.requestId, ip: ctx.ip, verb: meta?.verb }, proceed);
});
