import { shopError } from '../../lib/trpc.ts';

type Reason = NonNullable<NonNullable<ReturnType<typeof shopError>>['reason']>;

/** True where the server refused for this reason. */
export function hasReason(error: unknown, reason: Reason): boolean {
  return shopError(error)?.reason === reason;
}
