import { Button } from '@lantern/ui/button';
import { formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { agoText } from '../shared/clock.ts';
import './chain-status.css';

const TICK_MS = 20_000;

/** The state of the log's hash chain, verified when the page opens and on demand. */
function useChain() {
  return useQuery(
    useTRPC().admin.activity.verify.queryOptions(undefined, {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnReconnect: false,
    }),
  );
}

/** "Log verified (10,482 entries) just now", with a button to verify again. */
export function ChainStatus() {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useChain();
  const ago = agoText(dataUpdatedAt, useNow());
  return (
    <p className="chain-status">
      <span role="status">
        {isFetching ? (
          t`Verifying the log…`
        ) : error ? (
          messageOf(error)
        ) : data?.ok ? (
          <>
            <ShieldCheck size="1rem" aria-hidden="true" />
            <span className="num">
              {plural(
                { count: data.checked },
                { one: `Log verified (# entry) ${ago}`, other: `Log verified (# entries) ${ago}` },
              )}
            </span>
          </>
        ) : (
          <b className="chain-status__broken">{t`The log is broken`}</b>
        )}
      </span>
      <Button variant="plain-link" size="small" onClick={() => void refetch()} disabled={isFetching}>
        {t({ message: 'Verify', comment: 'A button: verifies that the log is intact' })}
      </Button>
    </p>
  );
}

/** Shown only when the log was tampered with: names the first broken entry. */
export function BrokenChainBanner() {
  const { data } = useChain();
  if (!data || data.ok) return null;
  const { firstBroken: entry } = data;
  const intact = formatNumber(data.checked);
  return (
    <div className="chain-status__banner" role="alert">
      <ShieldAlert size="1.375rem" aria-hidden="true" />
      <p>
        <Trans>
          <b>The log has been tampered with.</b> Entry {entry} is altered, missing or out of place. The {intact} entries
          before it are intact; don't trust anything after that.
        </Trans>
      </p>
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
