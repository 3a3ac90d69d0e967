import { Button } from '@lantern/ui/button';
import { FormError } from '@lantern/ui/form-error';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { Outcome } from '../auth/outcome.tsx';
import { useMailedLink } from '../auth/use-mailed-link.ts';
import { apiError, messageOf, useTRPC } from '../lib/trpc.ts';

/** Where the link in a mail leads with which its recipient ends such mails. It takes a click: programs open links, too. */
export function Component() {
  const { token } = useMailedLink();
  const stop = useMutation(useTRPC().restock.stop.mutationOptions());
  if (stop.isSuccess) {
    return (
      <Outcome
        key="stopped"
        title={t`No more of these emails`}
        text={t`You're on no list any more. On the page of a product that is sold out you can ask again.`}
      >
        <BackToStore />
      </Outcome>
    );
  }
  if (token === '' || apiError(stop.error)?.reason === 'token_invalid') {
    return (
      <Outcome
        key="incomplete"
        title={t`This link is not complete`}
        text={t`Please open it from the email itself, or copy all of it.`}
      >
        <BackToStore />
      </Outcome>
    );
  }
  return (
    <Outcome
      key="asked"
      title={t`Stop emails about what is back in stock?`}
      text={t`This is about products you asked for when they were sold out. Emails about your orders still come.`}
    >
      <FormError>{stop.error && messageOf(stop.error)}</FormError>
      <Button variant="primary" loading={stop.isPending} onClick={() => stop.mutate({ token })}>
        {t`Stop these emails`}
      </Button>
      <BackToStore />
    </Outcome>
  );
}

function BackToStore() {
  return <Button href="/">{t`Back to the store`}</Button>;
}
