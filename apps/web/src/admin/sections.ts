import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  FileText,
  Languages,
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
  adminGlossaryPath,
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
  label: MessageDescriptor;
  Icon: LucideIcon;
}

/** The sections of the admin area, as its menu groups them. */
export const sectionGroups: { key: string; title: MessageDescriptor; sections: Section[] }[] = [
  {
    key: 'overview',
    title: msg`Overview`,
    sections: [
      { to: adminPath, label: msg`Dashboard`, Icon: LayoutDashboard },
      { to: adminActivityPath, label: msg`Activity`, Icon: ScrollText },
    ],
  },
  {
    key: 'orders',
    title: msg`Orders`,
    sections: [
      { to: adminOrdersPath, label: msg`Orders`, Icon: ShoppingBag },
      { to: fulfilmentPath, label: msg`Fulfilment`, Icon: PackageCheck },
      { to: adminReturnsPath, label: msg`Returns`, Icon: Undo2 },
      { to: adminDeliveryPath, label: msg`Delivery`, Icon: Truck },
    ],
  },
  {
    key: 'catalogue',
    title: msg`Catalogue`,
    sections: [
      { to: adminProductsPath, label: msg`Products`, Icon: Package },
      { to: adminCategoriesPath, label: msg`Categories`, Icon: ListTree },
      { to: adminSynonymsPath, label: msg`Synonyms`, Icon: TextSearch },
      { to: adminGlossaryPath, label: msg`Translations`, Icon: Languages },
      { to: adminPromotionsPath, label: msg`Promotions`, Icon: TicketPercent },
    ],
  },
  {
    key: 'customers',
    title: msg`Customers`,
    sections: [
      { to: adminUsersPath, label: msg`Users`, Icon: Users },
      { to: adminMailsPath, label: msg`Mails`, Icon: Mail },
      { to: adminPagesPath, label: msg`Pages`, Icon: FileText },
    ],
  },
];

/** The section that a page of the admin area belongs to; undefined for a page that does not exist. */
export function sectionOf(pathname: string): Section | undefined {
  const path = pathname.replace(/\/+$/, '');
  return sectionGroups
    .flatMap(({ sections }) => sections)
    .find(({ to }) => path === to || (to !== adminPath && path.startsWith(`${to}/`)));
}
