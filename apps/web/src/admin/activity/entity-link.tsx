import { Anchor } from '@lantern/ui/anchor';
import { ProductImage } from '@lantern/ui/product-image';
import type { LogEntry } from '../live/follow-log.ts';
import { entityName, entityPath } from './entity-path.ts';
import type { LogNames } from './use-names.ts';
import './entity-link.css';

interface EntityLinkProps {
  entity: LogEntry['entity'];
  names: LogNames;
}

/** The entity of an entry, linked to its page if it has one. */
export function EntityLink({ entity, names }: EntityLinkProps) {
  const path = entityPath(entity);
  const known = entity.type === 'user' ? names.user(Number(entity.id)) : undefined;
  const featuredImage = entity.type === 'product' ? names.featuredImage(entity.id) : undefined;
  const name = known ?? entityName(entity);
  return (
    <span className="entity-link__whole">
      {entity.type === 'product' && (
        <ProductImage
          src={featuredImage?.imageUrl ?? null}
          alt=""
          accent={featuredImage?.accent ?? 1}
          size="tiny"
          className="entity-link__image"
        />
      )}
      <span>
        {path ? (
          <Anchor href={path} className="entity-link">
            <bdi>{name}</bdi>
          </Anchor>
        ) : (
          <b className="entity-link">
            <bdi>{name}</bdi>
          </b>
        )}
        {known && <small className="entity-link__email"> {entity.label}</small>}
      </span>
    </span>
  );
}
