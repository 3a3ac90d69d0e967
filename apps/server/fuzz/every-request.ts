import fc from 'fast-check';
import { apiRequests } from './api-requests.ts';
import type { FuzzRequest } from './request.ts';
import { routeRequests } from './route-requests.ts';
import type { FuzzStore } from './store.ts';
import { uploadRequests } from './upload-requests.ts';

/** All kinds of requests, mostly calls of the API. */
export function everyRequest({ valuesOf, images }: Pick<FuzzStore, 'valuesOf' | 'images'>): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 16, arbitrary: apiRequests(valuesOf) },
    { weight: 3, arbitrary: routeRequests(valuesOf) },
    { weight: 1, arbitrary: uploadRequests(images) },
  );
}
