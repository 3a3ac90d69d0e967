import { z } from 'zod';
import { fieldErrorsOf } from '../shared/field-errors.ts';
import { rowId } from '../shared/schema.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { Viewer } from './viewer.ts';

/** The account a page acts for; null for a guest. */
const accountId = rowId.nullable();

/**
 * Accepted by every mutation in addition to its input: `accountId` is the account the request was made for. It
 * is read and removed before the procedure's schema applies; it is declared here for the types of clients.
 */
export const forAccount = z.object({ accountId: accountId.optional() });

/** Splits an input into its account (undefined if not given) and the rest. @throws {ShopError} BAD_REQUEST */
export function splitAccount(input: unknown): { named: number | null | undefined; rest: unknown } {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'accountId')) {
    return { named: undefined, rest: input };
  }
  const { accountId: named, ...rest } = { accountId: undefined, ...input };
  const read = forAccount.safeParse({ accountId: named });
  if (read.success) return { named: read.data.accountId, rest };
  throw new ShopError('BAD_REQUEST', 'Some fields need fixing.', { fieldErrors: fieldErrorsOf(read.error) });
}

/** Refuses a request made for another account than the current one. @throws {ShopError} CONFLICT `account_changed`. */
export function checkAccount(named: number | null | undefined, viewer: Viewer | null): void {
  if (named === undefined || named === (viewer?.id ?? null)) return;
  const now = viewer ? `You are now logged in as ${viewer.name}.` : 'You are no longer logged in.';
  throw new ShopError('CONFLICT', `${now} Nothing was changed.`, { reason: 'account_changed' });
}
