import '@lantern/ui/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { guardClicks } from './lib/click-guard.ts';
import { queryClient, TRPCProvider, trpcClient } from './lib/trpc.ts';
import { appRouter } from './routes.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

guardClicks(document);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <RouterProvider router={appRouter} />
      </TRPCProvider>
    </QueryClientProvider>
  </StrictMode>,
);
