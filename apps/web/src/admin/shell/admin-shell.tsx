import { SkipLink } from '@lantern/ui/skip-link';
import { Outlet } from 'react-router';
import { useUser } from '../../auth/require-user.tsx';
import { Component as NotFound } from '../../errors/not-found-page.tsx';
import { MAIN_ID } from '../../lib/use-focus-on-arrival.ts';
import { AdminNav } from './admin-nav.tsx';
import './admin-shell.css';

/** The layout of the admin area, white and denser than the store. */
export function AdminShell() {
  const { role } = useUser();
  // Another user has logged in since the area was loaded, or the role was removed.
  if (role !== 'admin') return <NotFound />;
  return (
    <div className="admin dense">
      <SkipLink to={MAIN_ID} />
      <AdminNav />
      <main id={MAIN_ID} className="admin__main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
