import { apiError } from '../../lib/trpc.ts';

type Reason = NonNullable<NonNullable<ReturnType<typeof apiError>>['reason']>;

/** Whether the server refused for this reason. */
export function hasReason(error: unknown, reason: Reason): boolean {
  return apiError(error)?.reason === reason;
}
