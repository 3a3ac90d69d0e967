import { MOST_COUNTED } from '@lantern/api/admin/dashboard/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { formatLeast } from '@lantern/ui/format';
import { declinedOrdersPath, failedMailsPath, fulfilmentPath, lowStockPath, requestedReturnsPath } from '../paths.ts';
import './to-do.css';

type Counts = RouterOutputs['admin']['dashboard']['toDo'];

const tasks: { key: keyof Counts; href: string; one: string; text: (counted: string) => string }[] = [
  { key: 'toShip', href: fulfilmentPath, one: 'order', text: (counted) => `${counted} to ship` },
  { key: 'lowProducts', href: lowStockPath, one: 'product', text: (counted) => `${counted} low on stock` },
  { key: 'returns', href: requestedReturnsPath, one: 'return', text: (counted) => `${counted} to decide` },
  { key: 'failedMails', href: failedMailsPath, one: 'mail', text: (counted) => `${counted} not sent` },
  {
    key: 'declinedPayments',
    href: declinedOrdersPath,
    one: 'payment',
    text: (counted) => `${counted} declined in 24 hours`,
  },
];

/** What waits for an admin, each with a link to its list. */
export function ToDo({ counts }: { counts: Counts }) {
  const waiting = tasks.filter(({ key }) => counts[key] > 0);
  return (
    <nav aria-label="To do">
      {waiting.length === 0 ? (
        <p className="to-do__nothing">Nothing waits.</p>
      ) : (
        <ul className="to-do__list">
          {waiting.map(({ key, href, one, text }) => (
            <li key={key}>
              <Anchor href={href} className="to-do__task num">
                {text(formatLeast(Math.min(counts[key], MOST_COUNTED), counts[key] <= MOST_COUNTED, one))}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
