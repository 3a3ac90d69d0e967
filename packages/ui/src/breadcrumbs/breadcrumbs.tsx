import { t } from '@lingui/core/macro';
import { Fragment } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import './breadcrumbs.css';

interface BreadcrumbsProps {
  /** From the top down; the last one is this page and needs no link. */
  items: { label: string; href?: string }[];
}

/** The path to this page, with links to its ancestors. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav className="ui breadcrumb breadcrumbs" aria-label={t`Breadcrumb`}>
      {items.map(({ label, href }, index) => (
        <Fragment key={`${href}${label}`}>
          {index > 0 && (
            <div className="divider" aria-hidden="true">
              /
            </div>
          )}
          {href === undefined ? (
            <div className="active section" aria-current="page">
              <bdi>{label}</bdi>
            </div>
          ) : (
            <Anchor href={href} className="section breadcrumbs__link">
              <bdi>{label}</bdi>
            </Anchor>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
