import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useSetMe } from './use-me.ts';

/** Logs out, and leaves for the home page. */
export function useLogout() {
  const setMe = useSetMe();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation(
    useTRPC().auth.logout.mutationOptions({
      async onSuccess() {
        // Left first: a page that asks for a login would send its guest there.
        await navigate('/', { flushSync: true });
        await setMe(null);
        toast({ kind: 'success', text: 'You are logged out.' });
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
    }),
  );
}
