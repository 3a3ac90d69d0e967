import { isolated } from '@lantern/text/isolated';
import { useBrowserLayoutEffect } from '@lantern/ui/browser-layout-effect';
import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { setTabAccount, tabAccount, watchOtherTabs } from '../lib/tab-account.ts';
import { trpcOptions } from '../lib/trpc.ts';
import { AccountNote } from './account-note.tsx';
import { redirectFor } from './redirect-for.ts';
import { forgetPersonal, useMe } from './use-me.ts';

/**
 * Wraps all pages: when another user logs in than the page was rendered for, the page is discarded with everything
 * typed into it and rendered again for the new user.
 */
export function AccountGate() {
  const client = useQueryClient();
  const { data: me } = useMe();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(0);
  const [note, setNote] = useState<string | null>(null);

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
    void forgetPersonal(client);
    setNote(
      me ? t`You are now logged in as ${{ name: isolated(me.name) }} in another tab.` : t`You have been logged out.`,
    );
    setDrawing((times) => times + 1);
    const way = redirectFor(pathname, search);
    if (way) void navigate(way, { replace: true });
  }, [me]);

  return (
    <>
      <AccountNote onClose={() => setNote(null)}>{note}</AccountNote>
      <Outlet key={drawing} />
    </>
  );
}
