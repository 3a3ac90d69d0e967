import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { forgotPasswordPath, loginPath } from '../lib/paths.ts';
import { Outcome } from './outcome.tsx';
import { useLogout } from './use-logout.ts';
import { useMailedLink } from './use-mailed-link.ts';

/** Logging in, and back here. The token stays in the fragment on the way. */
function useLoginPath(): string {
  const { pathname, hash } = useLocation();
  return `${loginPath(pathname)}${hash}`;
}

/** Asks a guest to log in, and says what to do if it was somebody else who has entered the address. */
export function LogInToConfirm() {
  const { email } = useMailedLink();
  const login = useLoginPath();
  return (
    <Outcome
      title={t`Log in to confirm your email`}
      text={t`Log in to the account that this link is for. Your address is confirmed right after that.`}
      other={
        email === '' ? (
          t`Was it not you who entered this address? Ignore the mail: nothing changes.`
        ) : (
          <NotMine email={email} />
        )
      }
    >
      <Button variant="primary" href={login}>
        {t`Log in`}
      </Button>
    </Outcome>
  );
}

/** For the owner of a mailbox with whose address somebody else has made the account. */
function NotMine({ email }: { email: string }) {
  return (
    <Trans>
      Didn't create this account? Ignore the mail, and nothing is confirmed. Or take it over with a link to your
      mailbox, which logs everyone else out:{' '}
      <Link to={`${forgotPasswordPath}#${new URLSearchParams({ email })}`} className="auth-frame__link">
        Choose a new password
      </Link>
    </Trans>
  );
}

/** For who is logged in to another account. */
export function OtherAccount() {
  const logout = useLogout(useLoginPath());
  return (
    <Outcome
      title={t`This link is for another account`}
      text={t`Nothing has been confirmed. To confirm the address, log out first, and log in to the account that the link is for.`}
    >
      <Button variant="primary" onClick={() => logout.mutate()} loading={logout.isPending}>
        {t`Log out`}
      </Button>
      <Button href="/">{t`Back to the store`}</Button>
    </Outcome>
  );
}
