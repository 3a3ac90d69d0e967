import {
  FileText,
  LayoutDashboard,
  ListTree,
  type LucideIcon,
  Mail,
  Package,
  PackageCheck,
  ScrollText,
  ShoppingBag,
  TextSearch,
  TicketPercent,
  Truck,
  Undo2,
  Users,
} from 'lucide-react';
import {
  adminActivityPath,
  adminCategoriesPath,
  adminDeliveryPath,
  adminMailsPath,
  adminOrdersPath,
  adminPagesPath,
  adminPath,
  adminProductsPath,
  adminPromotionsPath,
  adminReturnsPath,
  adminSynonymsPath,
  adminUsersPath,
  fulfilmentPath,
} from './paths.ts';

interface Section {
  to: string;
  label: string;
  Icon: LucideIcon;
}

/** The sections of the admin area, as its menu groups them. */
export const sectionGroups: { title: string; sections: Section[] }[] = [
  {
    title: 'Overview',
    sections: [
      { to: adminPath, label: 'Dashboard', Icon: LayoutDashboard },
      { to: adminActivityPath, label: 'Activity', Icon: ScrollText },
    ],
  },
  {
    title: 'Orders',
    sections: [
      { to: adminOrdersPath, label: 'Orders', Icon: ShoppingBag },
      { to: fulfilmentPath, label: 'Fulfilment', Icon: PackageCheck },
      { to: adminReturnsPath, label: 'Returns', Icon: Undo2 },
      { to: adminDeliveryPath, label: 'Delivery', Icon: Truck },
    ],
  },
  {
    title: 'Catalogue',
    sections: [
      { to: adminProductsPath, label: 'Products', Icon: Package },
      { to: adminCategoriesPath, label: 'Categories', Icon: ListTree },
      { to: adminSynonymsPath, label: 'Synonyms', Icon: TextSearch },
      { to: adminPromotionsPath, label: 'Promotions', Icon: TicketPercent },
    ],
  },
  {
    title: 'Customers',
    sections: [
      { to: adminUsersPath, label: 'Users', Icon: Users },
      { to: adminMailsPath, label: 'Mails', Icon: Mail },
      { to: adminPagesPath, label: 'Pages', Icon: FileText },
    ],
  },
];

/** The section that a page of the admin area belongs to; undefined for a page that does not exist. */
export function sectionOf(pathname: string): Section | undefined {
  return sectionGroups
    .flatMap(({ sections }) => sections)
    .find(({ to }) => pathname === to || (to !== adminPath && pathname.startsWith(`${to}/`)));
}
