import { AnchorProvider } from '@lantern/ui/anchor';
import { PageLoader } from '@lantern/ui/page-loader';
import { ToastProvider } from '@lantern/ui/toast';
import { ScrollRestoration, useNavigation } from 'react-router';
import { AccountGate } from '../auth/account-gate.tsx';
import { useFocusOnArrival } from '../lib/use-focus-on-arrival.ts';
import { RouterAnchor } from './router-anchor.tsx';
import { SlowNote } from './slow-note.tsx';
import { TitleAnnouncer } from './title-announcer.tsx';
import './print.css';

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
