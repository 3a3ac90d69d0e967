import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { notifyOtherTabs, setTabAccount } from '../lib/tab-account.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';

/** Logs out, and starts anew at the home page: in this browser's tabs nothing of the user stays behind. */
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
