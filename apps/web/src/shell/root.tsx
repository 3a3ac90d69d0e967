import { type AnchorProps, AnchorProvider } from '@lantern/ui/anchor';
import { PageLoader } from '@lantern/ui/page-loader';
import { ToastProvider } from '@lantern/ui/toast';
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { OfflineNote } from './offline-note.tsx';
import { TitleAnnouncer } from './title-announcer.tsx';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';

const RouterAnchor = ({ href, ...rest }: AnchorProps) => <Link to={href} {...rest} />;

/** What every page stands on, whatever surrounds it: the router's links, toasts, and a line while a page is on its way. */
export function Root() {
  const { state } = useNavigation();
  useFocusOnArrival();
  return (
    <AnchorProvider component={RouterAnchor}>
      <ToastProvider>
        <PageLoader active={state === 'loading'} />
        <Outlet />
        <OfflineNote />
        <TitleAnnouncer />
        <ScrollRestoration />
      </ToastProvider>
    </AnchorProvider>
  );
}
