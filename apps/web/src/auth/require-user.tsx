import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';
import { SkeletonText } from '@lantern/ui/skeleton';
import { createContext, useContext } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { loginPath } from '../lib/paths.ts';
import { messageOf } from '../lib/trpc.ts';
import { type User, useMe } from './use-me.ts';

const UserContext = createContext<User | null>(null);

/** Wraps pages that need an account: a guest logs in first, then comes back to the page. */
export function RequireUser() {
  const { data: me, error, refetch, isFetching } = useMe();
  const { pathname, search } = useLocation();
  if (me === null) return <Navigate to={loginPath(pathname + search)} replace />;
  if (me) {
    return (
      <UserContext.Provider value={me}>
        <Outlet />
      </UserContext.Provider>
    );
  }
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

/** The logged-in user; only for pages inside `RequireUser`. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('This page has to stand inside RequireUser.');
  return user;
}
