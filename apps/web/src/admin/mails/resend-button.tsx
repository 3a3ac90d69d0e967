import { Button } from '@lantern/ui/button';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { adminMailPath } from '../paths.ts';

/** Sends a mail again, after asking, and shows the one that waits then. */
export function ResendButton({ id, to }: { id: number; to: string }) {
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const resend = useMutation(
    trpc.admin.mail.resend.mutationOptions({
      onSuccess(mail) {
        toast({ kind: 'success', text: t`The mail is on its way again` });
        navigate(adminMailPath(mail.id));
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      async onSettled() {
        setAsking(false);
        await client.invalidateQueries(trpc.admin.mail.pathFilter());
      },
    }),
  );
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t`Send again`}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t`Send this mail again?`}
        text={t`${to} will get it once more.`}
        confirmLabel={t`Send again`}
        cancelLabel={t`Don't send`}
        loading={resend.isPending}
        onConfirm={() => resend.mutate({ id })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
