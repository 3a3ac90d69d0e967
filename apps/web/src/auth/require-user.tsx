import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { SkeletonText } from '@lantern/ui/skeleton';
import { createContext, type ReactNode, useContext } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { loginPath } from '../lib/paths.ts';
import { messageOf } from '../lib/trpc.ts';
import { type User, useMe } from './use-me.ts';

/** Undefined outside of the components below. */
const VisitorContext = createContext<User | null | undefined>(undefined);

interface VisitorProps {
  /** The pages of the route, if left out. */
  children?: ReactNode;
}

/** Wraps pages that need an account: a guest logs in first, then comes back to the page. */
export function RequireUser({ children }: VisitorProps) {
  const { pathname, search } = useLocation();
  const toLogin = <Navigate to={loginPath(pathname + search)} replace />;
  return <KnownVisitor guestPage={toLogin}>{children}</KnownVisitor>;
}

/** Wraps pages for users and guests that differ between them: shows the page once it is known who is here. */
export function KnownVisitor({ children = <Outlet />, guestPage }: VisitorProps & { guestPage?: ReactNode }) {
  const { data: me, error, refetch, isFetching } = useMe();
  if (me === null && guestPage) return guestPage;
  if (me !== undefined) return <VisitorContext.Provider value={me}>{children}</VisitorContext.Provider>;
  return (
    <Page>
      {error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonText lines={6} />
      )}
    </Page>
  );
}

/** The logged-in user, or null for a guest; only for pages inside `KnownVisitor` or `RequireUser`. */
export function useVisitor(): User | null {
  const visitor = useContext(VisitorContext);
  if (visitor === undefined) throw new Error('This page has to stand inside KnownVisitor or RequireUser.');
  return visitor;
}

/** The logged-in user; only for pages inside `RequireUser`. */
export function useUser(): User {
  const user = useVisitor();
  if (!user) throw new Error('This page has to stand inside RequireUser.');
  return user;
}
