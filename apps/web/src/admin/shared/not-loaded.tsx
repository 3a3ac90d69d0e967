import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import type { ReactNode } from 'react';
import { messageOf } from '../../lib/trpc.ts';

interface NotLoadedProps {
  query: { error: unknown; refetch: () => unknown; isFetching: boolean };
  /** Shown if there is no such thing; left out or false as long as there may be. */
  unknown: ReactNode;
}

/** Stands on the page of one thing while it is loading, if it could not be loaded, or if it does not exist. */
export function NotLoaded({ query: { error, refetch, isFetching }, unknown }: NotLoadedProps) {
  if (unknown) return unknown;
  if (error) return <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />;
  return (
    <>
      <SkeletonText lines={2} />
      <SkeletonBox height={480} />
    </>
  );
}
