import { Anchor } from '@lantern/ui/anchor';
import { LiveFeed, LiveFeedEvent } from '@lantern/ui/live-feed';
import { Moment } from '@lantern/ui/moment';
import { Panel } from '@lantern/ui/panel';
import { SkeletonText } from '@lantern/ui/skeleton';
import { Tag } from '@lantern/ui/tag';
import { messageOf } from '../../lib/trpc.ts';
import { actionText } from '../activity/action-words.ts';
import { EntityLink } from '../activity/entity-link.tsx';
import { NewEntries } from '../activity/new-entries.tsx';
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
  return (
    <Panel title="Latest activity" actions={<LiveIndicator state={state} />}>
      {list.error && !list.data && <p>{messageOf(list.error)}</p>}
      {unready && <SkeletonText lines={8} />}
      {list.data && entries.length === 0 && <p className="muted">Nothing has happened yet.</p>}
      <NewEntries entries={entries} freshAfter={freshAfter} />
      <LiveFeed>
        {(unready ? [] : entries.slice(0, SHOWN)).map(({ seq, at, actor, action, entity }) => (
          <LiveFeedEvent
            key={seq}
            fresh={seq > freshAfter}
            summary={
              <>
                <Tag>{actionText(action)}</Tag> <EntityLink entity={entity} names={names} />
              </>
            }
            meta={
              <>
                <bdi>{names.user(actor.id) ?? actor.email}</bdi>, <Moment at={at} text={clockText(at)} />
              </>
            }
          />
        ))}
      </LiveFeed>
      <Anchor href={adminActivityPath} className="dashboard__all">
        All activity
      </Anchor>
    </Panel>
  );
}
