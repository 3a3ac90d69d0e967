import { Anchor } from '@lantern/ui/anchor';
import type { LogEntry } from '../live/follow-log.ts';
import { entityName, entityPath } from './entity-path.ts';
import './entity-link.css';

/** The thing that an entry is about, with the way to it where it has a page. */
export function EntityLink({ entity }: { entity: LogEntry['entity'] }) {
  const path = entityPath(entity);
  const name = entityName(entity);
  if (!path) return <b className="entity-link">{name}</b>;
  return (
    <Anchor href={path} className="entity-link">
      {name}
    </Anchor>
  );
}
