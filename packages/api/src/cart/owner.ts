import type { Database } from '@lantern/db/database';
import { nanoid } from 'nanoid';
import type { Viewer } from '../sessions/viewer.ts';
import { type Cookies, GUEST_COOKIE } from '../shared/cookies.ts';
import { ago, DAY_MS, MINUTE_MS } from '../shared/dates.ts';
import { type Translation, translationOf, type WithLanguages } from '../shared/languages.ts';
import type { RequestLimits } from '../shared/request-limits.ts';
import { hashToken } from '../shared/token-hash.ts';

/** How long a guest's cart is kept after the last visit. */
export const GUEST_LIFETIME_MS = 60 * DAY_MS;
/** How long after a login a request sent before it, with the guest's cookie, may still arrive. */
const IN_FLIGHT_MS = MINUTE_MS;

/** The parts of a request that identify the cart. */
export interface CartRequest {
  cookies: Cookies;
  /** True for the requests of the store's own pages. */
  isFromPage?: boolean;
  viewer(): Promise<Viewer | null>;
}

/** The owner of a cart: a user, or the guest with a cookie, who has no cart yet if the cookie is new. */
export type CartOwner = { userId: number } | { tokenHash: string; isNew?: boolean };

/**
 * The owner of the cart that this request reads. A guest without a cookie gets one even so: whatever a client adds next,
 * possibly several things at once, is in one cart. Not on the store's pages, where somebody may add something while the
 * page is still reading: answered last, the cookie of the read would replace that of the cart just filled.
 */
export function cartOwner(ctx: CartRequest): Promise<CartOwner> {
  return ownerOf(ctx, { mayBegin: !ctx.isFromPage });
}

async function ownerOf({ cookies, viewer }: CartRequest, { mayBegin }: { mayBegin: boolean }): Promise<CartOwner> {
  const user = await viewer();
  if (user) return { userId: user.id };
  const known = cookies.get(GUEST_COOKIE);
  const token = known ?? nanoid(32);
  // On every response, so that the lifetime counts from the last visit, not the first.
  if (known !== undefined || mayBegin) cookies.set(GUEST_COOKIE, token, GUEST_LIFETIME_MS);
  return { tokenHash: hashToken(token), isNew: known === undefined };
}

/** The owner of a cart to be changed, the language to show it in, and the check before creating it. */
export interface CartAccess {
  owner: CartOwner;
  language: Translation;
  /** Called before a missing cart is created. @throws {ShopError} TOO_MANY_REQUESTS. */
  beforeCreate: () => Promise<void>;
}

/** Like `cartOwner`, for a change, which may create a cart and its guest's cookie: rate-limited by IP address. */
export async function cartAccess(
  ctx: CartRequest & { ip: string; language: string; services: { requestLimits: RequestLimits } & WithLanguages },
): Promise<CartAccess> {
  const owner = await ownerOf(ctx, { mayBegin: true });
  let admission: Promise<void> | undefined;
  const beforeCreate = async () => {
    if ('userId' in owner) return;
    // Once per request, however often its transaction is retried.
    admission ??= ctx.services.requestLimits.take('guestCart', ctx.ip);
    await admission;
  };
  return { owner, language: translationOf(ctx.language, ctx.services), beforeCreate };
}

/** The guest of this browser, even when logged in; null without a guest cookie. */
export function guestOwner(cookies: Cookies): { tokenHash: string } | null {
  const token = cookies.get(GUEST_COOKIE);
  return token ? { tokenHash: hashToken(token) } : null;
}

/** Deletes the guest cookie. */
export function forgetGuest(cookies: Cookies): void {
  cookies.set(GUEST_COOKIE, null);
}

/** A cart that nobody else can change until the transaction ends. */
export interface LockedCart {
  id: number;
  /** Whether this transaction has created it, so that it has no lines. */
  isNew: boolean;
  couponCode: string | null;
}

/** A row of `carts`. */
interface CartRow {
  id: number;
  joinedUserId: number | null;
  couponCode: string | null;
  updatedAt: Date;
}

/**
 * The cart of `owner`, created if missing and locked until the transaction ends, which serializes the changes
 * of several tabs. For a guest who has just logged in, in another tab, it is the account's cart.
 * @throws what `beforeCreate` throws.
 */
export async function lockCart(
  database: Database,
  owner: CartOwner,
  beforeCreate?: CartAccess['beforeCreate'],
): Promise<LockedCart> {
  const cart = await lockOwnCart(database, owner, beforeCreate);
  if (cart.joinedUserId === null) return cart;
  if (cart.updatedAt >= ago(IN_FLIGHT_MS)) return lockOwnCart(database, { userId: cart.joinedUserId });
  await database.execute('UPDATE carts SET joinedUserId = NULL, updatedAt = ? WHERE id = ?', [new Date(), cart.id]);
  return cart;
}

/** Like `lockCart`, but never switches from a guest's cart to the account's. */
export async function lockOwnCart(
  database: Database,
  owner: CartOwner,
  beforeCreate?: CartAccess['beforeCreate'],
): Promise<LockedCart & CartRow> {
  const isNewcomer = 'tokenHash' in owner && owner.isNew;
  const present = isNewcomer ? undefined : await readLocked(database, owner);
  if (present) return { ...present, isNew: false };
  await beforeCreate?.();
  const [column, key] = keyOf(owner);
  const now = new Date();
  const { affectedRows, insertId } = await database.execute(
    `INSERT INTO carts (${column}, createdAt, updatedAt) VALUES (?, ?, ?) ${database.dialect.unlessPresent}`,
    [key, now, now],
  );
  if (affectedRows === 1) return { id: insertId, joinedUserId: null, couponCode: null, updatedAt: now, isNew: true };
  // Another request has created it in the meantime.
  const created = await readLocked(database, owner);
  if (!created) throw new Error('A cart that was there is gone.');
  return { ...created, isNew: false };
}

async function readLocked(database: Database, owner: CartOwner): Promise<CartRow | undefined> {
  const [column, key] = keyOf(owner);
  const sql = `SELECT id, joinedUserId, couponCode, updatedAt FROM carts WHERE ${column} = ? ${database.dialect.forUpdate}`;
  return (await database.execute<CartRow>(sql, [key])).rows[0];
}

function keyOf(owner: CartOwner): ['userId', number] | ['tokenHash', string] {
  return 'userId' in owner ? ['userId', owner.userId] : ['tokenHash', owner.tokenHash];
}
