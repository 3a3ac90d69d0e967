import { t } from '@lingui/core/macro';
import { isNotDownloaded } from './not-downloaded.ts';

/** What to say about a broken page: offline, replaced by a newer version on the server, or our own bug. */
export function explain(error: unknown, online: boolean): { title: string; text: string } {
  if (!online) return { title: t`You are offline`, text: t`We'll load this page when you're back online.` };
  if (isNotDownloaded(error)) {
    return {
      title: t`This page could not be loaded`,
      text: t`The store may have been updated. Please try again.`,
    };
  }
  return {
    title: t`Something went wrong`,
    text: t`This is our fault, and your cart is safe. If it happens again, please come back in a few minutes.`,
  };
}
