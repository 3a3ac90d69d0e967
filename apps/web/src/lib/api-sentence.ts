import type { AppRouter } from '@lantern/api/types';
import type { TRPCClientError } from '@trpc/client';

type ErrorData = NonNullable<TRPCClientError<AppRouter>['data']>;

/** A sentence of the API in English, and for programs its reason with what belongs to it. */
export interface ApiSentence extends Partial<Pick<ErrorData, 'details'>> {
  message: string;
  reason?: ErrorData['reason'] | null;
}
