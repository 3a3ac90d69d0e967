import type { Role } from '@lantern/db/models/user';
import type { Logger } from '../shared/logger.ts';
import { ShopError } from '../shared/shop-error.ts';
import { Signer } from '../shared/signer.ts';

/** Whether the account has logged in in this browser before. */
type Device = 'known' | 'new';

/** Who comes, goes, or is refused. People are numbers, and a mailbox that somebody has entered is a pseudonym. */
type AccessEvent =
  | { event: 'registered' | 'logout' | 'password_changed' | 'password_reset' | 'email_confirmed'; userId: number }
  | { event: 'login'; userId: number; device: Device }
  | { event: 'login_failed'; mailbox: string; device: Device; reason: string }
  | { event: 'password_refused'; userId: number; reason: string }
  | { event: 'sessions_ended'; userId: number; which: 'one' | 'others' | 'all'; by: number }
  | { event: 'access_changed'; userId: number; role: Role; disabled: boolean; by: number | null }
  | { event: 'forbidden'; userId: number; path: string };

/** Those that somebody should look at if there are many. */
const refusals: AccessEvent['event'][] = ['login_failed', 'password_refused', 'forbidden'];

/** Why a password did not let somebody in; other errors are no attempts. */
const attempts = ['wrong_credentials', 'wrong_password', 'too_many_attempts'];

const PSEUDONYM_LENGTH = 16;

/**
 * Writes to the server's log who comes and goes. The line of the request with the same `reqId` says from which address; the
 * activity log has what admins do to others besides.
 */
export class AccessLog {
  constructor(
    private readonly log: Logger,
    private readonly signer: Pick<Signer, 'sign'> = new Signer('mailbox-pseudonyms'),
  ) {}

  note(reqId: string | null, event: AccessEvent): void {
    if (refusals.includes(event.event)) this.log.warn({ reqId, ...event }, 'access refused');
    else this.log.info({ reqId, ...event }, 'access');
  }

  /** Notes a login that failed with this error, if that was an attempt at the password. */
  async loginFailed(reqId: string, email: string, device: Device, error: unknown): Promise<void> {
    const reason = attemptOf(error);
    if (reason) this.note(reqId, { event: 'login_failed', mailbox: await this.#pseudonym(email), device, reason });
  }

  /** … of what asks for the password again. */
  passwordRefused(reqId: string, userId: number, error: unknown): void {
    const reason = attemptOf(error);
    if (reason) this.note(reqId, { event: 'password_refused', userId, reason });
  }

  /** Always the same for an address; which one it is, only whoever has the database's key can tell. */
  async #pseudonym(email: string): Promise<string> {
    return (await this.signer.sign([email])).slice(0, PSEUDONYM_LENGTH);
  }
}

/** Services that note who comes and goes. */
export interface WithAccessLog {
  accessLog: AccessLog;
}

function attemptOf(error: unknown): string | null {
  const reason = error instanceof ShopError ? error.reason : undefined;
  return reason !== undefined && attempts.includes(reason) ? reason : null;
}
