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

/**
 * A product's page grows out of its card where it can. Elsewhere it is rendered in one go: React would do so in pieces, with
 * frames between them that show nothing new.
 */
function RouterAnchor({ href, ...rest }: AnchorProps) {
  const navigate = useNavigate();
  const isProduct = href.startsWith(PRODUCTS);
  const open = (event: MouseEvent) => {
    // With a key, it is for another tab or window, or to be saved.
    if (canMove || !isProduct || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(href, { flushSync: true });
  };
  return <Link to={href} viewTransition={canMove && isProduct} onClick={open} {...rest} />;
}

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
