import type { listParameters, ViewedList } from '@lantern/api/admin/views/schema';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

/** The lists that admins keep views of. */
export const listWords: Record<ViewedList, MessageDescriptor> = {
  products: msg`Products`,
  orders: msg`Orders`,
  returns: msg`Returns`,
  users: msg`Users`,
  mails: msg`Mails`,
  activity: msg`Activity`,
};

const filterWords: Record<(typeof listParameters)[ViewedList][number], MessageDescriptor> = {
  q: msg`Search`,
  recipient: msg`Recipient`,
  status: msg`Status`,
  category: msg`Category`,
  untranslated: msg`Translation`,
  stock: msg`Stock`,
  role: msg`Role`,
  state: msg`State`,
  actor: msg`Person`,
  action: msg`Action`,
  entity: msg`Type`,
  range: msg`Time`,
  from: msg`From`,
  to: msg`To`,
  sort: msg({ message: 'Order', context: 'sorting' }),
};
const words = new Map(Object.entries(filterWords));

/** A view's query in words, for the log: "status=paid&q=lamp" → "Status: paid, Search: lamp". */
export function filterText(query: string): string {
  const worded = [...new URLSearchParams(query)].map(([name, value]) => {
    const word = words.get(name);
    return `${word ? t(word) : name}: ${value}`;
  });
  return worded.join(', ');
}
