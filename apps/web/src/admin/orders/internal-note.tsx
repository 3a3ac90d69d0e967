import { MAX_INTERNAL_NOTE } from '@lantern/api/admin/orders/schema';
import { Button } from '@lantern/ui/button';
import { Panel } from '@lantern/ui/panel';
import { SaveNote } from '@lantern/ui/save-note';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { tooLong } from '../../lib/too-long.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

/** A note about an order among admins; customers never see it. */
export function InternalNote({ order }: { order: AdminOrder }) {
  const saved = order.internalNote ?? '';
  // Only what was typed, so that a note saved by someone else shows until then.
  const [typed, setTyped] = useState<string>();
  const text = typed ?? saved;
  const dirty = text !== saved;
  const problem = tooLong(text, MAX_INTERNAL_NOTE);

  const change = useOrderChange(t`Note saved.`);
  const save = useMutation(
    useTRPC().admin.orders.setNote.mutationOptions({
      ...change,
      onSuccess(changed) {
        change.onSuccess(changed);
        setTyped(undefined);
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!problem) save.mutate({ number: order.number, internalNote: text });
  }

  return (
    <Panel title={t`Internal note`}>
      <LeaveGuard dirty={dirty} text={t`Your changes to the internal note will be lost.`} />
      <form onSubmit={submit}>
        <TextareaField
          label={t`Only admins see it`}
          rows={3}
          value={text}
          error={problem}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="order-page__save">
          <Button type="submit" size="small" disabled={!dirty} loading={save.isPending}>
            {t`Save note`}
          </Button>
          <SaveNote state={save.isError ? 'error' : dirty ? 'idle' : save.isSuccess ? 'saved' : 'idle'} />
        </div>
      </form>
    </Panel>
  );
}
