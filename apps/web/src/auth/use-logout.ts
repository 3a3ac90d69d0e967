import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../lib/trpc.ts';

/** Logs out, and starts anew at the home page: in this tab nothing of the user stays behind. */
export function useLogout() {
  const toast = useToast();
  return useMutation(
    useTRPC().auth.logout.mutationOptions({
      onSuccess() {
        sessionStorage.clear();
        location.assign('/');
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
    }),
  );
}
