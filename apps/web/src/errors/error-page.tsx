import { ErrorState } from '@lantern/ui/error-state';
import { Page } from '@lantern/ui/page';

/** Stands in for a page that broke while it was drawn or downloaded. */
export function ErrorPage() {
  return (
    <Page>
      <ErrorState
        title="Something went wrong"
        text="Your cart is safe. If it happens again, please come back in a few minutes."
        onRetry={() => location.reload()}
      />
    </Page>
  );
}
