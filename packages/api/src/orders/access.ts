import type { Viewer } from '../sessions/viewer.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { AccessTokens } from './access-tokens.ts';

/** An order that may be read and cancelled: one of a user's, or, without `userId`, whosever it is. */
export interface OrderKey {
  number: string;
  userId?: number;
}

/** The parts of a request that say which orders it may see. */
interface OrderRequest {
  services: { accessTokens: AccessTokens };
  viewer(): Promise<Viewer | null>;
}

/**
 * What a request may see under this number. A token decides alone, whoever is logged in.
 * @throws {ShopError} NOT_FOUND for a token that does not open this order, UNAUTHORIZED without token and login.
 */
export async function orderKey(
  { services, viewer }: OrderRequest,
  { number, accessToken }: { number: string; accessToken?: string },
): Promise<OrderKey> {
  if (accessToken !== undefined) {
    await services.accessTokens.check(number, accessToken);
    return { number };
  }
  const user = await viewer();
  if (!user) throw new ShopError('UNAUTHORIZED', 'Please log in first.');
  return { number, userId: user.id };
}
