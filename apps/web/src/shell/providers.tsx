import { type AnchorProps, AnchorProvider } from '@lantern/ui/anchor';
import { ToastProvider } from '@lantern/ui/toast';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const RouterAnchor = ({ href, ...rest }: AnchorProps) => <Link to={href} {...rest} />;

/** What every page stands on: the router's links for the shop's components, and a place for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <AnchorProvider value={RouterAnchor}>
      <ToastProvider>{children}</ToastProvider>
    </AnchorProvider>
  );
}
