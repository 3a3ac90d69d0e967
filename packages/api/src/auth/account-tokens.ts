import { randomBytes } from 'node:crypto';
import type { WithDatabase } from '@lantern/db/database';
import { AccountToken, type TokenPurpose } from '@lantern/db/models/account-token';
import { Op } from '@lantern/db/query';
import { DAY_MS, HOUR_MS } from '../shared/dates.ts';
import { ShopError } from '../shared/shop-error.ts';
import { hashToken } from '../shared/token-hash.ts';

const lifetimeMs: Record<TokenPurpose, number> = {
  password_reset: HOUR_MS,
  email_verification: 7 * DAY_MS,
  email_change: 7 * DAY_MS,
};

interface TokenOwner {
  /** Null to write a token that opens nothing, for an address without an account. */
  userId: number | null;
  purpose: TokenPurpose;
  /** The mailbox it is sent to. */
  email: string;
}

/** A valid token. */
export interface OpenToken {
  id: number;
  userId: number;
  purpose: TokenPurpose;
  email: string;
}

/** Makes a token in the current transaction; the user's previous one for this purpose is no longer valid. */
export async function issueToken({ userId, purpose, email }: TokenOwner): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifetimeMs[purpose]);
  await AccountToken.upsert(
    { userId, purpose, email, tokenHash: hashToken(token), expiresAt, usedAt: null },
    { conflictFields: ['userId', 'purpose'] },
  );
  return token;
}

/** Finds a token that can still be used. @throws {ShopError} BAD_REQUEST `token_invalid`. */
export async function findToken(token: string, purposes: TokenPurpose[]): Promise<OpenToken> {
  const found = await AccountToken.findOne({
    where: { tokenHash: hashToken(token), purpose: purposes, ...usable() },
    attributes: ['id', 'userId', 'purpose', 'email'],
    raw: true,
  });
  if (!found || found.userId === null) throw tokenInvalid();
  const { id, userId, purpose, email } = found;
  return { id, userId, purpose, email };
}

/** Uses a token up, in the current transaction: of two requests at once, one gets it. @throws {ShopError} as above. */
export async function useToken({ id }: OpenToken): Promise<void> {
  const [used] = await AccountToken.update({ usedAt: new Date() }, { where: { id, ...usable() } });
  if (used === 0) throw tokenInvalid();
}

/** Ends the links with which someone else might get at the account. */
export async function endTokens(userId: number): Promise<void> {
  const purpose: TokenPurpose[] = ['password_reset', 'email_change'];
  await AccountToken.destroy({ where: { userId, purpose, usedAt: null } });
}

/** The new address that a user has asked for and not confirmed yet. */
export async function pendingEmail(userId: number): Promise<string | null> {
  const where = { userId, purpose: 'email_change', ...usable() };
  return (await AccountToken.findOne({ where, attributes: ['email'], raw: true }))?.email ?? null;
}

/** Deletes expired tokens, used or not. Returns how many there were. */
export function sweepTokens({ database }: WithDatabase): Promise<number> {
  const where = { expiresAt: { [Op.lte]: new Date() } };
  return database.transaction(() => AccountToken.destroy({ where }));
}

/** The same error for a link that was used, has expired, was replaced, or never existed. */
export function tokenInvalid(): ShopError {
  return new ShopError('BAD_REQUEST', 'This link has been used, has expired or is not complete.', {
    reason: 'token_invalid',
  });
}

function usable() {
  return { usedAt: null, expiresAt: { [Op.gt]: new Date() } };
}
