import type { WithAccessLog } from '../auth/access-log.ts';
import type { LoginLimits } from '../auth/login-limits.ts';
import type { Viewer } from '../sessions/viewer.ts';
import type { Cookies } from '../shared/cookies.ts';

/** The request of somebody who is logged in. */
interface OwnerRequest {
  services: WithAccessLog & { loginLimits: LoginLimits };
  user: Viewer;
  requestId: string;
  ip: string;
  cookies: Cookies;
}

/**
 * Runs what asks for the password once more. Each attempt counts like one of a login.
 * @throws {ShopError} TOO_MANY_REQUESTS `too_many_attempts`, and what `work` throws.
 */
export async function asOwner(request: OwnerRequest, work: () => Promise<void>): Promise<void> {
  const { services, user, requestId } = request;
  try {
    const succeeded = await services.loginLimits.beforeLogin(user.email, request);
    await work();
    await succeeded();
  } catch (error) {
    services.accessLog.passwordRefused(requestId, user.id, error);
    throw error;
  }
}
