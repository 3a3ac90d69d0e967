import { Button } from '@lantern/ui/button';
import { SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';
import { changeWords } from './change-words.ts';
import { Changes } from './changes.tsx';
import type { LogNames } from './log-names.ts';
import './log-details.css';

/** Everything known about an entry: each field with its name in the log, and the entry as it is stored. */
export function LogDetails({ entry, names }: { entry: LogEntry; names: LogNames }) {
  const { seq, actor } = entry;
  const stored = useQuery(
    // Entries are never rewritten.
    useTRPC().admin.activity.stored.queryOptions({ seq }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (stored.error) {
    return (
      <p className="log-details">
        {messageOf(stored.error)}{' '}
        <Button size="small" onClick={() => void stored.refetch()} loading={stored.isFetching}>
          {t`Try again`}
        </Button>
      </p>
    );
  }
  if (!stored.data) return <SkeletonText lines={6} />;
  const { at, action, requestId, ip, hash, previousHash, changes } = stored.data;
  const facts = [
    [t`Entry`, String(seq)],
    [t`Person`, actor.email],
    [t`Time`, at],
    [t`Action`, action],
    [t({ message: 'Address', context: 'of a computer' }), ip ?? '–'],
    [t`Request`, requestId ?? '–'],
    [t`Hash`, hash],
    [t`Hash before`, previousHash],
  ] as const;
  return (
    <div className="log-details">
      <Changes changes={changeWords(entry, names)} full />
      <dl className="log-details__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <pre className="log-details__raw">{JSON.stringify(changes, null, 2)}</pre>
    </div>
  );
}
