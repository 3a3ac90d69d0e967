import { isolated } from '@lantern/text/isolated';
import { useBrowserLayoutEffect } from '@lantern/ui/browser-layout-effect';
import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { loginPath } from '../lib/paths.ts';
import { setTabAccount, tabAccount, watchOtherTabs } from '../lib/tab-account.ts';
import { trpcOptions } from '../lib/trpc.ts';
import { AccountNote } from './account-note.tsx';
import { redirectFor } from './redirect-for.ts';
import { dropPersonal, useMe } from './use-me.ts';

interface Note {
  /** Whom it is for. */
  account: number | null;
  text: string;
  /** The page that somebody was logged out of. */
  next: string | null;
}

/**
 * Wraps all pages: when another user logs in than the page was rendered for, the page is discarded with everything
 * typed into it and rendered again for the new user.
 */
export function AccountGate() {
  const client = useQueryClient();
  const { data: me } = useMe();
  const location = useLocation();
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(0);
  const [note, setNote] = useState<Note | null>(null);

  useEffect(() => watchOtherTabs(() => void client.refetchQueries(trpcOptions.auth.me.queryFilter())), [client]);

  // About who is here, wherever that is.
  useBrowserLayoutEffect(() => {
    if (me === undefined) return;
    const before = tabAccount();
    const now = me?.id ?? null;
    setTabAccount(now);
    if (before === undefined || before === now) return;
    // Pending changes were made on the previous user's page.
    client.getMutationCache().clear();
    // After a mere logout, the user may come back to what they had started.
    if (me) sessionStorage.clear();
    dropPersonal(client);
    setNote({
      account: now,
      text: me
        ? t`You are now logged in as ${{ name: isolated(me.name) }} in another tab.`
        : t`You have been logged out.`,
      next: me ? null : location.pathname + location.search,
    });
    setDrawing((times) => times + 1);
    const way = redirectFor(location);
    if (way) void navigate(way, { replace: true });
  }, [me]);

  // Who has logged in again need not be told that they were logged out.
  const said = me !== undefined && note?.account === (me?.id ?? null) ? note : null;
  const login = said?.next && location.pathname !== '/login' ? loginPath(said.next) : null;
  return (
    <>
      <AccountNote login={login} onClose={() => setNote(null)}>
        {said?.text ?? null}
      </AccountNote>
      <Outlet key={drawing} />
    </>
  );
}
