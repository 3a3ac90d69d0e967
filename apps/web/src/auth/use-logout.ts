import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { notifyOtherTabs, setTabAccount } from '../lib/tab-account.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';

/** Logs out and reloads the home page, so that nothing of the user stays behind in any tab of this browser. */
export function useLogout() {
  const toast = useToast();
  return useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess() {
        sessionStorage.clear();
        setTabAccount(null);
        notifyOtherTabs();
        location.assign('/');
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
    }),
  );
}
