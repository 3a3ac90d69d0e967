import { ArrowRight, CircleAlert, Trash2 } from 'lucide-react';
import { Breadcrumb, Container, Header, Message, Segment, Button as SuiButton } from 'semantic-ui-react';
import { expect, test } from 'vitest';
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.tsx';
import { Button } from '../button/button.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { ErrorState } from '../error-state/error-state.tsx';
import { FormError } from '../form-error/form-error.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { Page } from '../page/page.tsx';
import { SectionHead } from '../section-head/section-head.tsx';
import { outlineOf } from './testing/outline-of.ts';

/* What the shop's pages show has the markup of semantic-ui-react, without its code: decision 044. */

const face = (words: string) => (
  <span className="button__face">
    <span>{words}</span>
  </span>
);

test.each([
  [
    'breadcrumbs',
    <Breadcrumbs key="1" items={[{ label: 'All', href: '/all' }, { label: 'Tea' }]} />,
    <Breadcrumb key="2" as="nav" aria-label="Breadcrumb" className="breadcrumbs">
      <Breadcrumb.Section as="a" href="/all" className="breadcrumbs__link">
        <bdi>All</bdi>
      </Breadcrumb.Section>
      <Breadcrumb.Divider aria-hidden="true">/</Breadcrumb.Divider>
      <Breadcrumb.Section active aria-current="page">
        <bdi>Tea</bdi>
      </Breadcrumb.Section>
    </Breadcrumb>,
  ],
  [
    'a button',
    <Button key="1" fluid variant="primary" size="small" type="submit" title="Now" onClick={() => {}}>
      Buy
    </Button>,
    <SuiButton key="2" fluid type="submit" title="Now" className="button--primary button--small">
      {face('Buy')}
    </SuiButton>,
  ],
  [
    'a button at work',
    <Button key="1" loading>
      Buy
    </Button>,
    <SuiButton key="2" loading type="button" aria-disabled aria-busy className="button--quiet">
      {face('Buy')}
    </SuiButton>,
  ],
  [
    'a disabled button',
    <Button key="1" disabled>
      Buy
    </Button>,
    <SuiButton key="2" disabled type="button" className="button--quiet">
      {face('Buy')}
    </SuiButton>,
  ],
  [
    'an icon button',
    <IconButton key="1" label="Remove" tone="danger" disabled>
      <Trash2 />
    </IconButton>,
    <SuiButton
      key="2"
      icon
      disabled
      type="button"
      aria-label="Remove"
      title="Remove"
      className="icon-button icon-button--danger"
    >
      <Trash2 />
    </SuiButton>,
  ],
  [
    'an empty page',
    <EmptyState key="1" page title="Nothing here" />,
    <Segment key="2" textAlign="center" className="empty-state">
      {'<image>'}
      <Header as="h1" className="empty-state__title">
        Nothing here
      </Header>
    </Segment>,
  ],
  [
    'a form’s error',
    <FormError key="1" title="No" />,
    <Message key="2" negative role="alert" className="form-error">
      <CircleAlert size="1.25rem" aria-hidden="true" />
      <div>
        <b className="form-error__title">No</b>
      </div>
    </Message>,
  ],
  [
    'a page',
    <Page key="1" title="Cart" width="narrow">
      text
    </Page>,
    <Container key="2" className="wrap page page--narrow">
      <div className="page__head">
        <div className="page__words">
          <Header as="h1">
            <bdi>Cart</bdi>
          </Header>
        </div>
      </div>
      text
    </Container>,
  ],
  [
    'the head of a section',
    <SectionHead key="1" id="new" title="New" link={{ href: '/all', label: 'All' }} />,
    <div key="2" className="section-head">
      <Header as="h2" id="new">
        New
      </Header>
      <a href="/all" className="section-head__link">
        All
        <ArrowRight size="1rem" aria-hidden="true" />
      </a>
    </div>,
  ],
])('%s: the markup is that of semantic-ui-react', (_name, ours, theirs) => {
  expect(outlineOf(ours)).toBe(outlineOf(theirs));
});

test('an error: the markup is that of semantic-ui-react', () => {
  const ours = outlineOf(<ErrorState page title="No" text="why" />);
  const theirs = outlineOf(
    <Message error role="alert" className="error-state">
      {'<icon>'}
      <Message.Header as="h1" className="error-state__title">
        No
      </Message.Header>
      <p className="error-state__text">why</p>
      <div className="error-state__action" />
    </Message>,
  );
  expect(ours.replace(/<span class="error-state__icon">.*?<\/span>/, '&lt;icon&gt;')).toBe(theirs);
});
