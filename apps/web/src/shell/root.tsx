import { type AnchorProps, AnchorProvider } from '@lantern/ui/anchor';
import { PageLoader } from '@lantern/ui/page-loader';
import { ToastProvider } from '@lantern/ui/toast';
import type { MouseEvent } from 'react';
import { Link, ScrollRestoration, useNavigate, useNavigation } from 'react-router';
import { AccountGate } from '../auth/account-gate.tsx';
import { canMove } from '../lib/can-move.ts';
import { PRODUCTS } from '../lib/paths.ts';
import { useFocusOnArrival } from '../lib/use-focus-on-arrival.ts';
import { SlowNote } from './slow-note.tsx';
import { TitleAnnouncer } from './title-announcer.tsx';
import './print.css';

/** A product's page grows out of its card where it can, and is there at once elsewhere. */
const RouterAnchor = ({ href, ...rest }: AnchorProps) => {
  if (!href.startsWith(PRODUCTS)) return <Link to={href} {...rest} />;
  return canMove ? <Link to={href} viewTransition {...rest} /> : <TappedLink href={href} {...rest} />;
};

/** What it opens is rendered in one go: React would do so in pieces, with frames between them that show nothing new. */
function TappedLink({ href, onClick, ...rest }: AnchorProps) {
  const navigate = useNavigate();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || isModified(event)) return;
    event.preventDefault();
    void navigate(href, { flushSync: true });
  };
  return <Link to={href} onClick={open} {...rest} />;
}

/** Such a click opens another tab or window, or saves what it leads to. */
const isModified = ({ metaKey, altKey, ctrlKey, shiftKey }: MouseEvent) => metaKey || altKey || ctrlKey || shiftKey;

/** The key of every URL that was typed or reloaded: one scroll position for all of them would be wrong. */
const FRESH = 'default';

/** Wraps every page: the router's links, toasts, and a progress bar during navigation. */
export function Root() {
  const { state } = useNavigation();
  useFocusOnArrival();
  return (
    <AnchorProvider component={RouterAnchor}>
      <ToastProvider>
        <PageLoader active={state === 'loading'} />
        <AccountGate />
        <SlowNote />
        <TitleAnnouncer />
        <ScrollRestoration getKey={({ key, pathname }) => (key === FRESH ? pathname : key)} />
      </ToastProvider>
    </AnchorProvider>
  );
}
