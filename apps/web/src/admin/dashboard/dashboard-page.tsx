import { AdminPage } from '../kit/admin-page.tsx';

export function Component() {
  return <AdminPage title="Dashboard">{null}</AdminPage>;
}
