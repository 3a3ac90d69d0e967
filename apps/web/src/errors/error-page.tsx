import { Notice } from '@lantern/ui/notice';
import { Providers } from '../shell/providers.tsx';

/** Stands in for a page that broke while it was drawn or downloaded. */
export function ErrorPage() {
  return (
    <Providers>
      <Notice title="Something went wrong" alert action={{ text: 'Try again', onClick: () => location.reload() }}>
        Your cart is safe. If it happens again, please come back in a few minutes.
      </Notice>
    </Providers>
  );
}
