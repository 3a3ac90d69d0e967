import type { mailStatuses } from '@lantern/api/outbox/schema';
import { StatusLabel, type StatusTone } from '@lantern/ui/status-label';
import { t } from '@lingui/core/macro';
import { mailStatusWords } from '../fields/mail-status-words.ts';

type MailStatus = (typeof mailStatuses)[number];

/** How each is shown. */
const tones: Record<MailStatus, StatusTone> = { queued: 'waiting', sent: 'good', failed: 'bad' };

/** A mail's status as a word and a colour. */
export function MailStatusLabel({ status }: { status: MailStatus }) {
  return <StatusLabel tone={tones[status]}>{t(mailStatusWords[status])}</StatusLabel>;
}
