import { Anchor } from '@lantern/ui/anchor';
import { Logo } from '@lantern/ui/logo';
import {
  LayoutDashboard,
  ListTree,
  LogOut,
  Mail,
  Package,
  PackageCheck,
  ScrollText,
  ShoppingBag,
  Store,
  TextSearch,
  TicketPercent,
  Truck,
  Users,
} from 'lucide-react';
import { NavLink } from 'react-router';
import { useLogout } from '../../auth/use-logout.ts';
import {
  adminActivityPath,
  adminCategoriesPath,
  adminDeliveryPath,
  adminMailsPath,
  adminOrdersPath,
  adminPath,
  adminProductsPath,
  adminPromotionsPath,
  adminSynonymsPath,
  adminUsersPath,
  fulfilmentPath,
} from '../paths.ts';
import './admin-nav.css';

const sections = [
  { to: adminPath, label: 'Dashboard', Icon: LayoutDashboard },
  { to: adminProductsPath, label: 'Products', Icon: Package },
  { to: adminCategoriesPath, label: 'Categories', Icon: ListTree },
  { to: adminSynonymsPath, label: 'Synonyms', Icon: TextSearch },
  { to: adminPromotionsPath, label: 'Promotions', Icon: TicketPercent },
  { to: adminOrdersPath, label: 'Orders', Icon: ShoppingBag },
  { to: fulfilmentPath, label: 'Fulfilment', Icon: PackageCheck },
  { to: adminDeliveryPath, label: 'Delivery', Icon: Truck },
  { to: adminUsersPath, label: 'Users', Icon: Users },
  { to: adminMailsPath, label: 'Mails', Icon: Mail },
  { to: adminActivityPath, label: 'Activity', Icon: ScrollText },
];

/** The dark bar at the side, or at the bottom on a phone, where leaving the admin area is at the top. */
export function AdminNav() {
  const { mutate: logOut, isPending } = useLogout();
  return (
    <div className="admin-nav">
      <header className="admin-nav__top">
        <Anchor href={adminPath} className="admin-nav__home" aria-label="Lantern, admin">
          <Logo tone="light" />
        </Anchor>
        <div className="admin-nav__ways-out">
          <Anchor href="/" className="admin-nav__link">
            <Store size={18} aria-hidden="true" />
            <span className="admin-nav__word">Store</span>
          </Anchor>
          <button type="button" className="admin-nav__link" onClick={() => logOut()} disabled={isPending}>
            <LogOut size={18} aria-hidden="true" />
            <span className="admin-nav__word">Log out</span>
          </button>
        </div>
      </header>
      <nav className="admin-nav__sections" aria-label="Admin">
        {sections.map(({ to, label, Icon }) => (
          <NavLink key={to} to={to} end={to === adminPath} className="admin-nav__link">
            <Icon size={18} aria-hidden="true" />
            <span className="admin-nav__word">{label}</span>
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
