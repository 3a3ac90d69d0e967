import { ShopError } from '../../shared/shop-error.ts';

const RETRY_AFTER_SECONDS = 5;

/** The bucket of images does not answer, or refuses to. */
export function imagesUnavailable(cause?: unknown): ShopError {
  return new ShopError('SERVICE_UNAVAILABLE', "Images can't be reached right now. Please try again in a moment.", {
    reason: 'images_unavailable',
    details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
    cause,
  });
}
