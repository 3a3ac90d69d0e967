import type { ViewedList } from '@lantern/api/admin/views/schema';
import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useViews } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

/** Keeps the filters that are on as a view; there is nothing to press without any, or if they are one already. */
export function SaveView({ list }: { list: ViewedList }) {
  const { views, query, chosen } = useViews(list);
  const [open, setOpen] = useState(false);
  return (
    <>
      {views && query !== '' && !chosen && (
        <Button size="small" icon={<Bookmark size="1.125rem" aria-hidden="true" />} onClick={() => setOpen(true)}>
          {t`Save view`}
        </Button>
      )}
      {open && <ViewDialog list={list} query={query} views={views ?? []} onClose={() => setOpen(false)} />}
    </>
  );
}
