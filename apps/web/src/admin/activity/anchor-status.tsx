import { formatDateTime, formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

/** When the log's head last left for whoever keeps it, and the key that vouches for it. Nothing where that is not set up. */
export function AnchorStatus() {
  const { data } = useQuery(useTRPC().admin.activity.anchor.queryOptions());
  if (!data || (!data.isSent && data.fingerprint === null)) return null;
  const { lastSent, fingerprint } = data;
  const sent = lastSent
    ? t`Last sent to its keeper: ${{ time: formatDateTime(lastSent.at) }} (entry ${{ entry: formatNumber(lastSent.seq) }})`
    : t`Not sent to its keeper yet`;
  return (
    <p className="chain-status__anchor muted">
      <span className="num">{sent}</span>
      {fingerprint !== null && (
        <>
          {' · '}
          {t`Signed with`} <code>{fingerprint}</code>
        </>
      )}
    </p>
  );
}
