import { listParameters } from '@lantern/api/admin/views/schema';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { formatNumber } from '@lantern/ui/format';
import { SkeletonText } from '@lantern/ui/skeleton';
import { plural, t } from '@lingui/core/macro';
import { ArrowUp, Pause, Play } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { messageOf } from '../../lib/trpc.ts';
import { LiveIndicator } from '../live/live-indicator.tsx';
import { AdminPage } from '../shared/admin-page.tsx';
import { ownTimeZone } from '../shared/clock.ts';
import { useBounds } from '../shared/use-bounds.ts';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { AnchorStatus } from './anchor-status.tsx';
import { BrokenChainBanner, ChainStatus } from './chain-status.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LogTable } from './log-table.tsx';
import { NewEntries } from './new-entries.tsx';
import { useActors } from './use-actors.ts';
import { useLog } from './use-log.ts';
import { useNames } from './use-names.ts';
import { useResting } from './use-resting.ts';
import { useScrolledBeyond } from './use-scrolled-beyond.ts';
import { useUndo } from './use-undo.ts';
import './activity-page.css';

/** The activity log, updated live. */
export function Component() {
  const { values, set, clear, any } = useUrlState(listParameters.activity);
  const { actor, action, entity } = values;
  const bounds = useBounds(values);
  const filters = useMemo(() => bounds && { actor, action, entity, ...bounds }, [actor, action, entity, bounds]);

  const [paused, setPaused] = useState(false);
  // Nothing moves while the reader has scrolled down.
  const [top, scrolled] = useScrolledBeyond();
  // Nothing moves while the pointer or focus is inside, including on the button that shows waiting entries.
  const log = useRef<HTMLDivElement>(null);
  const resting = useResting(log);
  const { list, state, entries, waiting, freshAfter, showWaiting } = useLog(filters, {
    held: paused || scrolled || resting,
  });
  const { undo, undoing } = useUndo(showWaiting);
  const actors = useActors(entries);
  const { names, waiting: unnamed } = useNames(entries);
  const entityLabel = entity?.includes(':') ? entries[0]?.entity.label : undefined;

  // The log is numbered without gaps, so that its newest number is how many there are.
  const total = any ? entries.length : (entries[0]?.seq ?? 0);

  function showAll() {
    showWaiting();
    window.scrollTo({ top: 0 });
  }
  return (
    <AdminPage
      title={t`Activity`}
      list
      actions={
        <>
          <LiveIndicator state={state} />
          <Button
            size="small"
            icon={paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            onClick={() => setPaused(!paused)}
          >
            {!paused ? t`Pause` : waiting > 0 ? t`Resume (${{ count: formatNumber(waiting) }})` : t`Resume`}
          </Button>
          {filters && <ExportMenu filters={filters} />}
          <SaveView list="activity" />
        </>
      }
    >
      <BrokenChainBanner />
      <SavedViews list="activity" />
      <ActivityFilters values={values} onChange={set} actors={actors} entityLabel={entityLabel}>
        <ChainStatus />
      </ActivityFilters>
      <AnchorStatus />
      <div ref={top} />
      <div ref={log}>
        {!paused && waiting > 0 && (
          <button type="button" className="activity-page__waiting" onClick={showAll}>
            <ArrowUp size="1rem" aria-hidden="true" />
            {plural({ count: waiting }, { one: '# new entry', other: '# new entries' })}
          </button>
        )}
        <NewEntries entries={entries} names={names} freshAfter={freshAfter} />
        {list.error && !list.data ? (
          <ErrorState text={messageOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : !list.data || unnamed ? (
          <SkeletonText lines={12} />
        ) : entries.length === 0 ? (
          <EmptyState
            title={any ? t`No entries match` : t`Nothing has happened yet`}
            text={any ? t`No log entries match these filters.` : t`Changes made by admins appear here.`}
            action={any && <Button onClick={clear}>{t`Clear filters`}</Button>}
          />
        ) : (
          <div
            className={list.isPlaceholderData ? 'activity-page__stale' : undefined}
            aria-busy={list.isPlaceholderData}
          >
            <p className="activity-page__zone muted">
              <span className="num">
                {any && list.hasNextPage
                  ? t`${{ count: formatNumber(total) }} shown`
                  : plural({ count: total }, { one: '# entry', other: '# entries' })}
              </span>
              {' · '}
              {t`Times in ${{ zone: ownTimeZone }}, your time`}
            </p>
            <LogTable
              entries={entries}
              isEnd={!list.hasNextPage}
              names={names}
              freshAfter={freshAfter}
              onUndo={undo}
              undoing={undoing}
            />
            {list.hasNextPage && (
              <p className="activity-page__more">
                <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
                  {t`Show older entries`}
                </Button>
              </p>
            )}
          </div>
        )}
      </div>
    </AdminPage>
  );
}
