import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import { type createBrowserRouter, RouterProvider } from 'react-router';
import { replayEarly } from './early/replay.ts';
import { atOnce } from './lib/at-once.ts';
import { queryClient, TRPCProvider, trpcClient } from './lib/trpc.ts';

/** The store's pages in a browser. */
export function App({ router }: { router: ReturnType<typeof createBrowserRouter> }) {
  useEffect(replayEarly, []);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <RouterProvider router={router} flushSync={atOnce} />
        </TRPCProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
