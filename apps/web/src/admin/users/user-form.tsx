import { updateUserInput } from '@lantern/api/admin/users/schema';
import { isolated } from '@lantern/text/isolated';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { roleWords } from '../fields/role-words.ts';
import { labelled } from '../shared/labelled.ts';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { type AdminUser, useUserRefresh } from './use-user-refresh.ts';

const profile = updateUserInput.pick({ id: true, name: true, email: true, role: true }).required();

const roles = [
  { value: 'customer', label: roleWords.customer },
  { value: 'admin', label: roleWords.admin },
];

/** Name, email and role of an account. */
export function UserForm({ user }: { user: AdminUser }) {
  const { id, name, email, role } = user;
  const own = { id, name, email, role };
  const { field, refuse, problem, handleSubmit, reset, formState } = useSchemaForm(profile, own, own);
  const { dirtyFields } = formState;
  const refresh = useUserRefresh();
  const saved = useSavedToast();
  const save = useMutation(
    useTRPC().admin.users.update.mutationOptions({
      async onSuccess(changed) {
        reset({ id, name: changed.name, email: changed.email, role: changed.role });
        saved(t`${{ name: isolated(changed.name) }} saved`, 'user', changed);
        await refresh();
      },
      onError: refuse,
    }),
  );

  /** Only what was changed here: someone else may have changed the rest since. */
  function send(values: z.output<typeof profile>) {
    save.mutate({
      id,
      ...(dirtyFields.name && { name: values.name }),
      ...(dirtyFields.email && { email: values.email }),
      ...(dirtyFields.role && { role: values.role }),
    });
  }

  return (
    <Panel title={t`Account`}>
      <LeaveGuard dirty={formState.isDirty} text={t`Your changes to this account will be lost.`} />
      <Form label={t`Account`} onSubmit={handleSubmit(send)}>
        <FormError>{problem}</FormError>
        <TextField label={t`Name`} autoComplete="off" {...field('name')} />
        <TextField label={t`Email`} type="email" autoComplete="off" {...field('email')} />
        <SelectField
          label={t`Role`}
          options={labelled(roles)}
          hint={t`Admins may do everything here. Takes effect at their next action.`}
          {...field('role')}
        />
        <SaveBar dirty={formState.isDirty} saving={save.isPending} onDiscard={() => reset()} />
      </Form>
    </Panel>
  );
}
