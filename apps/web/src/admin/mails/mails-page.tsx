import { listParameters } from '@lantern/api/admin/views/schema';
import { mailStatuses } from '@lantern/api/outbox/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { Chip } from '@lantern/ui/chip';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { useTRPC } from '../../lib/trpc.ts';
import { mailStatusWords } from '../fields/mail-status-words.ts';
import { adminMailPath, adminMailTextsPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { MailStatusLabel } from './mail-status-label.tsx';

type Row = RouterOutputs['admin']['mail']['list']['items'][number];

const PAGE_SIZE = 30;

const columns = (): Column<Row>[] => [
  { key: 'subject', header: t`Subject`, cell: ({ subject }) => subject },
  { key: 'to', header: t({ message: 'To', context: 'recipient of a mail' }), breaks: true, cell: ({ to }) => to },
  { key: 'status', header: t`Status`, cell: ({ status }) => <MailStatusLabel status={status} /> },
  { key: 'at', header: t`Written`, cell: ({ at }) => <Moment at={at} /> },
];

/** What the store has written to customers, newest first. */
export function Component() {
  const { values, set, clear, any } = useUrlState(listParameters.mails);
  const status = mailStatuses.find((known) => known === values.status);
  const list = useInfiniteQuery(
    useTRPC().admin.mail.list.infiniteQueryOptions(
      { recipient: values.recipient, status, limit: PAGE_SIZE },
      keysetPaging,
    ),
  );
  return (
    <AdminPage
      title={t`Mails`}
      list
      actions={
        <>
          <SaveView list="mails" />
          <Button size="small" href={adminMailTextsPath} icon={<PencilLine size="1.125rem" aria-hidden="true" />}>
            {t`Texts`}
          </Button>
        </>
      }
    >
      <SavedViews list="mails" />
      <FilterBar>
        <SearchFilter
          label={t`Search mails`}
          placeholder={t`Recipient’s email`}
          value={values.recipient}
          onChange={(words) => set({ recipient: words }, { replace: true })}
        />
      </FilterBar>
      <FilterBar label={t`Status`} oneLine>
        <Chip pressed={!status} onPress={() => set({ status: undefined })}>
          {t`All`}
        </Chip>
        {mailStatuses.map((one) => (
          <Chip key={one} pressed={one === status} onPress={() => set({ status: one === status ? undefined : one })}>
            {t(mailStatusWords[one])}
          </Chip>
        ))}
      </FilterBar>
      <ListTable
        label={t`Mails`}
        list={list}
        columns={columns()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => adminMailPath(id)}
        onClear={any ? clear : undefined}
        empty={<EmptyState title={t`No mails yet`} text={t`What the store writes to customers will appear here.`} />}
      />
    </AdminPage>
  );
}
