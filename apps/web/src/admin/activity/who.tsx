import type { LogEntry } from '../live/follow-log.ts';
import type { LogNames } from './use-names.ts';

interface WhoProps {
  actor: LogEntry['actor'];
  names: LogNames;
}

/** The person who made the change: name, then email. */
export function Who({ actor, names }: WhoProps) {
  const name = names.user(actor.id);
  if (!name) return <span title={actor.email}>{actor.email}</span>;
  return (
    <span title={actor.email}>
      <bdi>{name}</bdi> <small className="muted">{actor.email}</small>
    </span>
  );
}
