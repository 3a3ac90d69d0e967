import type { ViewedList } from '@lantern/api/admin/views/schema';
import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import { useToast } from '@lantern/ui/toast';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { FilterBar } from '../shared/admin-page.tsx';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { useViews } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

const allWords: Record<ViewedList, MessageDescriptor> = {
  products: msg`All products`,
  orders: msg`All orders`,
  returns: msg`All returns`,
  users: msg`All users`,
  mails: msg`All mails`,
  activity: msg`All entries`,
};

/** An admin's views of a list, above it; nothing as long as there are none. */
export function SavedViews({ list }: { list: ViewedList }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const toast = useToast();
  const { views, error, refetch, isFetching, query, chosen, show } = useViews(list);
  const [renaming, setRenaming] = useState(false);
  const remove = useMutation(
    trpc.admin.views.remove.mutationOptions({
      onSuccess: (answer) => saved(t`View deleted`, 'view', answer),
      onError: (problem) => toast({ kind: 'error', text: messageOf(problem) }),
      onSettled: () => client.invalidateQueries(trpc.admin.views.pathFilter()),
    }),
  );
  if (error && !views) {
    return (
      <FilterBar label={t`Views`}>
        <span className="muted">{t`Your views could not be loaded.`}</span>
        <Button size="small" onClick={() => void refetch()} loading={isFetching}>
          {t`Try again`}
        </Button>
      </FilterBar>
    );
  }
  if (!views || views.length === 0) return null;
  return (
    <FilterBar label={t`Views`} oneLine>
      <Chip pressed={query === ''} onPress={() => show('')}>
        {t(allWords[list])}
      </Chip>
      {views.map((view) => (
        <Chip key={view.id} pressed={view === chosen} onPress={() => show(view.query)}>
          {view.name}
        </Chip>
      ))}
      {chosen && (
        <>
          <Button size="small" variant="plain-link" onClick={() => setRenaming(true)}>
            {t`Rename view`}
          </Button>
          <Button
            size="small"
            variant="plain-link"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: chosen.id })}
          >
            {t`Delete view`}
          </Button>
        </>
      )}
      {chosen && renaming && (
        <ViewDialog list={list} query={query} view={chosen} views={views} onClose={() => setRenaming(false)} />
      )}
    </FilterBar>
  );
}
