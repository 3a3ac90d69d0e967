import type { listParameters, ViewedList } from '@lantern/api/admin/views/schema';

/** The lists that admins keep views of. */
export const listWords: Record<ViewedList, string> = {
  products: 'Products',
  orders: 'Orders',
  returns: 'Returns',
  users: 'Users',
  mails: 'Mails',
  activity: 'Activity',
};

const filterWords: Record<(typeof listParameters)[ViewedList][number], string> = {
  q: 'Search',
  recipient: 'Recipient',
  status: 'Status',
  category: 'Category',
  untranslated: 'Translation',
  stock: 'Stock',
  role: 'Role',
  state: 'State',
  actor: 'Person',
  action: 'Action',
  entity: 'Type',
  range: 'Time',
  from: 'From',
  to: 'To',
  sort: 'Order',
};
const words = new Map(Object.entries(filterWords));

/** A view's query in words, for the log: "status=paid&q=lamp" → "Status: paid, Search: lamp". */
export function filterText(query: string): string {
  return [...new URLSearchParams(query)].map(([name, value]) => `${words.get(name) ?? name}: ${value}`).join(', ');
}
