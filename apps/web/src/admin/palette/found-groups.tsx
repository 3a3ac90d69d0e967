import type { RouterOutputs } from '@lantern/api/types';
import { formatCents, formatDate } from '@lantern/ui/format';
import type { PaletteGroup, PaletteItem } from '@lantern/ui/palette';
import { Picture } from '@lantern/ui/picture';
import { t } from '@lingui/core/macro';
import { ArrowRight, type LucideIcon, Package, ShoppingBag, UserRound } from 'lucide-react';
import { statusWords as orderStatusWords } from '../../order-status/status-words.ts';
import { statusWords as productStatusWords } from '../fields/product-status.ts';
import {
  adminOrderPath,
  adminOrdersPath,
  adminProductPath,
  adminProductsPath,
  adminUserPath,
  adminUsersPath,
} from '../paths.ts';
import { pagesMatching } from './pages.ts';
import type { FoundThing } from './recent.ts';

type Found = RouterOutputs['admin']['find'];

const icons: Record<FoundThing['kind'], LucideIcon> = { product: Package, order: ShoppingBag, user: UserRound };
const ICON = '1.125rem';
const IMAGE = 26;

/** Before anything is typed: where one was, and every page. */
export function firstGroups(recent: FoundThing[]): PaletteGroup[] {
  return nonEmpty([{ title: t`Recent`, items: recent.map(itemOf) }, pagesGroup('')]);
}

/** What matches: pages at once, and the rest with the server's answer, which is about `q`. */
export function foundGroups(typed: string, q: string, found: Found | undefined): PaletteGroup[] {
  if (!found) return nonEmpty([pagesGroup(typed)]);
  const all = (path: string, label: string, more: boolean) =>
    more
      ? [
          {
            key: `all:${path}`,
            label,
            href: `${path}?${new URLSearchParams({ q })}`,
            icon: iconOf(ArrowRight),
            more: true as const,
          },
        ]
      : [];
  const { products, orders, users } = found;
  return nonEmpty([
    pagesGroup(typed),
    {
      title: t`Products`,
      items: [
        ...products.items.map(productThing).map(itemOf),
        ...all(adminProductsPath, t`All matching products`, products.more),
      ],
    },
    {
      title: t`Orders`,
      items: [
        ...orders.items.map(orderThing).map(itemOf),
        ...all(adminOrdersPath, t`All matching orders`, orders.more),
      ],
    },
    {
      title: t`Users`,
      items: [...users.items.map(userThing).map(itemOf), ...all(adminUsersPath, t`All matching users`, users.more)],
    },
  ]);
}

/** The product, order or user with this key among what was found. */
export function thingOf(found: Found | undefined, key: string): FoundThing | undefined {
  if (!found) return undefined;
  const things = [
    ...found.products.items.map(productThing),
    ...found.orders.items.map(orderThing),
    ...found.users.items.map(userThing),
  ];
  return things.find((thing) => thing.key === key);
}

function productThing({ id, name, status, imageUrl }: Found['products']['items'][number]): FoundThing {
  const note = t(productStatusWords[status]);
  return { key: `product:${id}`, kind: 'product', label: name, note, imageUrl, href: adminProductPath(id) };
}

function orderThing(order: Found['orders']['items'][number]): FoundThing {
  const { number, status, placedAt, customer, totalCents } = order;
  const detail = `${customer.name} ${customer.email}`;
  const note = [formatCents(totalCents), t(orderStatusWords[status]), formatDate(placedAt)].join(' · ');
  return { key: `order:${number}`, kind: 'order', label: number, detail, note, href: adminOrderPath(number) };
}

function userThing({ id, name, email }: Found['users']['items'][number]): FoundThing {
  return { key: `user:${id}`, kind: 'user', label: name, detail: email, href: adminUserPath(id) };
}

function itemOf({ key, kind, label, href, detail, note, imageUrl }: FoundThing): PaletteItem {
  const icon = imageUrl ? <Picture src={imageUrl} alt="" side={IMAGE} /> : iconOf(icons[kind]);
  return { key, label, href, detail, note, icon };
}

function iconOf(Icon: LucideIcon) {
  return <Icon size={ICON} aria-hidden="true" />;
}

function pagesGroup(typed: string): PaletteGroup {
  const items = pagesMatching(typed).map(({ to, label, Icon }) => ({
    key: to,
    label: t(label),
    href: to,
    icon: iconOf(Icon),
  }));
  return { title: t`Pages`, items };
}

function nonEmpty(groups: PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ items }) => items.length > 0);
}
