import { Button } from '@lantern/ui/button';
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
      title="Log in to confirm your email"
      text="Log in to the account that this link is for. Your address is confirmed right after that."
      other={
        email === '' ? (
          'Was it not you who entered this address? Ignore the mail: nothing changes.'
        ) : (
          <NotMine email={email} />
        )
      }
    >
      <Button variant="primary" href={login}>
        Log in
      </Button>
    </Outcome>
  );
}

/** For the owner of a mailbox with whose address somebody else has made the account. */
function NotMine({ email }: { email: string }) {
  return (
    <>
      Didn't create this account? Ignore the mail, and nothing is confirmed. Or take it over with a link to your
      mailbox, which logs everyone else out:{' '}
      <Link to={`${forgotPasswordPath}#${new URLSearchParams({ email })}`} className="auth-frame__link">
        Choose a new password
      </Link>
    </>
  );
}

/** For who is logged in to another account. */
export function OtherAccount() {
  const logout = useLogout(useLoginPath());
  return (
    <Outcome
      title="This link is for another account"
      text="Nothing has been confirmed. To confirm the address, log out first, and log in to the account that the link is for."
    >
      <Button variant="primary" onClick={() => logout.mutate()} loading={logout.isPending}>
        Log out
      </Button>
      <Button href="/">Back to the store</Button>
    </Outcome>
  );
}
