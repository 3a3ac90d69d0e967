import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { languagePath } from '../language/language-path.ts';
import { forgetAllViewed } from '../lib/recently-viewed.ts';
import { notifyOtherTabs, setTabAccount } from '../lib/tab-account.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { forgetKept } from '../offline/forget.ts';

/** Logs out and loads the home page or another path, so that nothing of the user stays behind in any tab of this browser. */
export function useLogout(next = '/') {
  const toast = useToast();
  return useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess() {
        sessionStorage.clear();
        forgetAllViewed();
        forgetKept();
        setTabAccount(null);
        notifyOtherTabs();
        location.assign(languagePath(next));
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
    }),
  );
}
