import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { type AdminUser, useUserRefresh } from './use-user-refresh.ts';

/** Disables an account, after asking, or enables it. */
export function AccessButton({ user: { id, name, disabled } }: { user: AdminUser }) {
  const who = isolated(name);
  const [asking, setAsking] = useState(false);
  const refresh = useUserRefresh();
  const saved = useSavedToast();
  const toast = useToast();
  const change = useMutation(
    useTRPC().admin.users.update.mutationOptions({
      onSuccess: (user) => saved(user.disabled ? t`${who} is disabled` : t`${who} is enabled`, 'user', user),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      async onSettled() {
        setAsking(false);
        await refresh();
      },
    }),
  );
  if (disabled) {
    return (
      <Button size="small" onClick={() => change.mutate({ id, disabled: false })} loading={change.isPending}>
        {t`Enable`}
      </Button>
    );
  }
  return (
    <>
      <Button variant="danger" size="small" onClick={() => setAsking(true)}>
        {t`Disable`}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t`Disable ${who}?`}
        text={t`They'll be logged out everywhere and can't log in until you enable the account. Their orders aren't affected.`}
        confirmLabel={t`Disable`}
        cancelLabel={t`Keep enabled`}
        danger
        loading={change.isPending}
        onConfirm={() => change.mutate({ id, disabled: true })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
