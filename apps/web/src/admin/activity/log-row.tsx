// biome-ignore-all lint/a11y/noRedundantRoles: `display: grid` on a phone takes a table's own roles away.
import { Anchor } from '@lantern/ui/anchor';
import { cx } from '@lantern/ui/cx';
import { formatDateTime } from '@lantern/ui/format';
import { Tag } from '@lantern/ui/tag';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { LogEntry } from '../live/follow-log.ts';
import { Changes } from './changes.tsx';
import { clockText } from './clock.ts';
import { entityName, entityPath } from './entity-path.ts';

interface LogRowProps {
  entry: LogEntry;
  /** It has just come in. */
  fresh: boolean;
}

/** One entry; opened, it tells all that is known of it. */
export function LogRow({ entry, fresh }: LogRowProps) {
  const { seq, at, actor, action, entity, changes, requestId, ip } = entry;
  const [open, setOpen] = useState(false);
  const id = useId();
  const path = entityPath(entity);
  const name = entityName(entity);
  return (
    <tr className={cx('log__row', fresh && 'log__row--fresh')} role="row">
      <td className="log__seq num" role="cell">
        {seq}
      </td>
      <td className="log__time num" role="cell">
        <time dateTime={at} title={formatDateTime(at)}>
          {clockText(at)}
        </time>
      </td>
      <td className="log__who" role="cell">
        {actor.email}
      </td>
      <td className="log__what" role="cell">
        <Tag>{action}</Tag>{' '}
        {path ? (
          <Anchor href={path} className="log__thing">
            {name}
          </Anchor>
        ) : (
          <b className="log__thing">{name}</b>
        )}
      </td>
      <td className="log__changes" role="cell" id={id}>
        <Changes changes={changes} full={open} />
        {open && (
          <dl className="log__details">
            <div>
              <dt>Time</dt>
              <dd>{at}</dd>
            </div>
            <div>
              <dt>Address</dt>
              <dd>{ip ?? '–'}</dd>
            </div>
            <div>
              <dt>Request</dt>
              <dd>{requestId ?? '–'}</dd>
            </div>
          </dl>
        )}
      </td>
      <td className="log__actions" role="cell">
        <div>
          <button
            type="button"
            className="log__toggle"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`Details of entry ${seq}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={18} aria-hidden="true" />
          </button>
        </div>
      </td>
    </tr>
  );
}
