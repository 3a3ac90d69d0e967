import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { Mail } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

/** Most shoppers never see it, and it brings the code of forms. */
const RestockForm = lazy(async () => ({ default: (await import('./restock-form.tsx')).RestockForm }));

/** Instead of buying what is sold out: a mail when it is back. */
export function AskForRestock({ variantId }: { variantId: number }) {
  const [open, setOpen] = useState(false);
  const ask = (
    <Button variant="primary" fluid loading={open} icon={<Mail aria-hidden="true" />} onClick={() => setOpen(true)}>
      {t`Email me when it's back`}
    </Button>
  );
  return open ? (
    <Suspense fallback={ask}>
      <RestockForm variantId={variantId} />
    </Suspense>
  ) : (
    ask
  );
}
