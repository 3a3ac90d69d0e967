import { t } from '@lingui/core/macro';
import { useTitle } from '../page/use-title.ts';
import { ConfirmEmail, LinkEnded } from './confirm-email.tsx';
import { LogInToConfirm, OtherAccount } from './log-in-to-confirm.tsx';
import { useVisitor } from './require-user.tsx';
import { useMailedLink } from './use-mailed-link.ts';

/**
 * Where the link in a mail leads that confirms an address, of a new account or a new one of an account. It counts only for
 * who is logged in to that account: its recipient may be somebody whose address a stranger has entered.
 */
export function Component() {
  useTitle(t`Confirm your email`);
  const visitor = useVisitor();
  const { token, accountId } = useMailedLink();
  if (token === '' || accountId === null) return <LinkEnded />;
  if (!visitor) return <LogInToConfirm />;
  if (visitor.id !== accountId) return <OtherAccount />;
  return <ConfirmEmail key={token} token={token} />;
}
