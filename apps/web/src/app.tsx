import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { replayEarly } from './early/replay.ts';
import { queryClient, TRPCProvider, trpcClient } from './lib/trpc.ts';

/** The store's pages in a browser. */
export function App({ router }: { router: ReturnType<typeof createBrowserRouter> }) {
  useEffect(replayEarly, []);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
