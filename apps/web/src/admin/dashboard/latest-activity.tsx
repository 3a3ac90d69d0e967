import { Anchor } from '@lantern/ui/anchor';
import { LiveFeed, LiveFeedEvent } from '@lantern/ui/live-feed';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { messageOf } from '../../lib/trpc.ts';
import { groupsOf } from '../activity/log-groups.ts';
import { LogPictures } from '../activity/log-pictures.tsx';
import { LogSentence } from '../activity/log-sentence.tsx';
import { NewEntries } from '../activity/new-entries.tsx';
import { tellGroup } from '../activity/told.ts';
import { useLog } from '../activity/use-log.ts';
import { useNames } from '../activity/use-names.ts';
import { LiveIndicator } from '../live/live-indicator.tsx';
import { adminActivityPath } from '../paths.ts';
import { clockText } from '../shared/clock.ts';

const SHOWN = 8;
const everything = {};

/** What admins have just changed, live. */
export function LatestActivity() {
  const { list, state, entries, freshAfter } = useLog(everything, { pageSize: SHOWN });
  const { names, waiting } = useNames(entries);
  const unready = !list.error && (!list.data || waiting);
  const groups = unready ? [] : groupsOf(entries);
  return (
    <Panel title={t`Latest activity`} actions={<LiveIndicator state={state} />}>
      {list.error && !list.data && <p>{messageOf(list.error)}</p>}
      {unready && <SkeletonText lines={8} />}
      {list.data && entries.length === 0 && <p className="muted">{t`Nothing has happened yet.`}</p>}
      <NewEntries entries={entries} names={names} freshAfter={freshAfter} />
      <LiveFeed>
        {groups.slice(0, SHOWN).map((group, place) => {
          const { key, first } = group;
          const told = tellGroup(group, names, list.hasNextPage && place === groups.length - 1);
          return (
            <LiveFeedEvent
              key={key}
              fresh={first.seq > freshAfter}
              picture={<LogPictures entries={group.entries} names={names} />}
              summary={<LogSentence told={told} names={names} email={first.actor.email} />}
              meta={<Moment at={first.at} text={clockText(first.at)} />}
            />
          );
        })}
      </LiveFeed>
      <Anchor href={adminActivityPath} className="dashboard__all">
        {t`All activity`}
      </Anchor>
    </Panel>
  );
}
