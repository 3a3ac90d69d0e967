import { isolated } from '@lantern/text/isolated';
import { Button } from '@lantern/ui/button';
import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import { LogOut, Package } from 'lucide-react';
import { useUser } from '../auth/require-user.tsx';
import { useLogout } from '../auth/use-logout.ts';
import { ordersPath } from '../lib/paths.ts';
import { useTitle } from '../page/use-title.ts';
import { AddressPanel } from './address-panel.tsx';
import { EmailPanel } from './email-panel.tsx';
import { NamePanel } from './name-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import './account-page.css';

export function Component() {
  useTitle(t`Your account`);
  const { name } = useUser();
  const logout = useLogout();
  return (
    <Page
      title={t`Your account`}
      intro={t`Hello ${{ name: isolated(name) }}.`}
      actions={
        <>
          <Button href={ordersPath} icon={<Package aria-hidden="true" />}>
            {t`Your orders`}
          </Button>
          <Button icon={<LogOut aria-hidden="true" />} onClick={() => logout.mutate()} loading={logout.isPending}>
            {t`Log out`}
          </Button>
        </>
      }
    >
      <div className="account-page">
        <div className="account-page__column">
          <NamePanel />
          <EmailPanel />
          <PasswordPanel />
        </div>
        <div className="account-page__column">
          <AddressPanel />
          <SessionsPanel />
        </div>
      </div>
    </Page>
  );
}
