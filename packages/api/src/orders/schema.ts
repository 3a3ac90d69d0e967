import { z } from 'zod';
import { pageInput, text, verbatim } from '../shared/schema.ts';

/** The number of an order, as people quote it. */
export const orderNumber = text.min(1).max(20);

/** Opens one order without a login: see `AccessTokens`. Whatever its form, a wrong one is NOT_FOUND. */
export const accessToken = verbatim.max(1000);

export const orderListInput = pageInput;
export const orderInput = z.object({ number: orderNumber, accessToken: accessToken.optional() });
export const cancelInput = z.strictObject({ number: orderNumber, accessToken: accessToken.optional() });
