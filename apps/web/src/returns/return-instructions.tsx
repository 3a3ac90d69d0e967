import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';

/** How the items of an accepted return are sent back. */
export function ReturnInstructions({ number }: { number: string }) {
  const { data: lines = [], isPending } = useQuery(
    useTRPC().orders.returnAddress.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <>
      <p>
        <Trans>
          Write <span className="unbroken">{number}</span> on the parcel. We refund it once it is here.
        </Trans>
      </p>
      {lines.length > 0 ? (
        <div>
          <p>{t`Send it to:`}</p>
          <address className="return-list__address">
            {lines.map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
          </address>
        </div>
      ) : (
        !isPending && <p>{t`Reply to our email about it, and we will tell you where to send it.`}</p>
      )}
    </>
  );
}
