import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { accountPath } from '../lib/paths.ts';
import { apiError, messageOf, useTRPC } from '../lib/trpc.ts';
import { Outcome } from './outcome.tsx';

/** Confirms the address with the token of the account that is logged in. */
export function ConfirmEmail({ token }: { token: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const verify = useMutation(
    trpc.auth.verifyEmail.mutationOptions({
      onSuccess: () =>
        Promise.all([
          client.invalidateQueries(trpc.auth.me.queryFilter()),
          client.invalidateQueries(trpc.account.email.queryFilter()),
        ]),
    }),
  );
  const { mutate } = verify;
  const sent = useRef(false);
  useEffect(() => {
    // The token works once, and this effect may run twice.
    if (sent.current) return;
    sent.current = true;
    mutate({ token });
  }, [token, mutate]);

  const refusal = apiError(verify.error);
  const failed = refusal?.reason === 'token_invalid';
  const { data: status, isLoading } = useQuery(trpc.account.email.queryOptions(undefined, { enabled: failed }));
  // Whoever follows the link a second time has what they want.
  if (verify.isSuccess || (failed && status?.verified && !status.pending)) return <Confirmed />;
  if (failed && !isLoading) return <LinkEnded />;
  if (refusal?.reason === 'email_taken') {
    return (
      <Outcome
        title={t`This address has an account already`}
        text={t`So it can't become the address of another one. Your account keeps the address it had.`}
      >
        <Button variant="primary" href={accountPath}>
          {t`Go to your account`}
        </Button>
      </Outcome>
    );
  }
  return (
    <Page width="narrow">
      {verify.isError && !failed ? (
        <ErrorState page text={messageOf(verify.error)} onRetry={() => mutate({ token })} retrying={verify.isPending} />
      ) : (
        <SkeletonText lines={4} />
      )}
    </Page>
  );
}

/** For a link that was used, has expired, was replaced or is not complete. */
export function LinkEnded() {
  return (
    <Outcome
      title={t`This link no longer works`}
      text={t`A link works once, for seven days, and only the newest one does. In your account you see whether your address is confirmed, and can send another link.`}
    >
      <Button variant="primary" href={accountPath}>
        {t`Go to your account`}
      </Button>
      <Button href="/">{t`Back to the store`}</Button>
    </Outcome>
  );
}

function Confirmed() {
  return (
    <Outcome
      title={t`Your email is confirmed`}
      text={t`Thank you. You log in with it, and it's where we write to about your orders.`}
    >
      <Button variant="primary" href="/">
        {t`Continue shopping`}
      </Button>
      <Button href={accountPath}>{t`Go to your account`}</Button>
    </Outcome>
  );
}
