import type { mailStatuses } from '@lantern/api/outbox/schema';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The statuses of a mail in words. */
export const mailStatusWords: Record<(typeof mailStatuses)[number], MessageDescriptor> = {
  queued: msg`Waiting`,
  sent: msg`Sent`,
  failed: msg`Failed`,
};
