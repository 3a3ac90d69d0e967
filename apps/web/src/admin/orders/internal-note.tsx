import { MAX_INTERNAL_NOTE } from '@lantern/api/admin/orders/schema';
import { isolated } from '@lantern/text/isolated';
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
  const [typed, setTyped] = useState<{ text: string; before: string }>();
  const text = typed?.text ?? saved;
  const dirty = text !== saved;
  const problem = tooLong(text, MAX_INTERNAL_NOTE);
  const theirs = dirty && typed && typed.before !== saved ? saved : undefined;

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
    if (!problem) save.mutate({ number: order.number, internalNote: text, before: saved });
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
          onChange={({ target }) => setTyped({ text: target.value, before: typed?.before ?? saved })}
        />
        {/* Saving is then meant to replace it. */}
        {theirs !== undefined && (
          <p className="order-page__their-note" role="status">
            {theirs
              ? t`Meanwhile someone else has written: “${{ note: isolated(theirs) }}” Saving replaces that.`
              : t`Meanwhile someone else has removed the note.`}
          </p>
        )}
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
