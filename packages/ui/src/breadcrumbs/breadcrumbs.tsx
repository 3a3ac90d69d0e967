import { Fragment } from 'react';
import { Breadcrumb } from 'semantic-ui-react';
import { Anchor } from '../anchor/anchor.tsx';
import './breadcrumbs.css';

interface BreadcrumbsProps {
  /** From the top down; the last one is this page and needs no link. */
  items: { label: string; href?: string }[];
}

/** The path to this page, with links to its ancestors. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <Breadcrumb as="nav" aria-label="Breadcrumb" className="breadcrumbs">
      {items.map(({ label, href }, index) => (
        <Fragment key={`${href}${label}`}>
          {index > 0 && <Breadcrumb.Divider aria-hidden="true">/</Breadcrumb.Divider>}
          {href === undefined ? (
            <Breadcrumb.Section active aria-current="page">
              <bdi>{label}</bdi>
            </Breadcrumb.Section>
          ) : (
            <Breadcrumb.Section as={Anchor} href={href} className="breadcrumbs__link">
              <bdi>{label}</bdi>
            </Breadcrumb.Section>
          )}
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
