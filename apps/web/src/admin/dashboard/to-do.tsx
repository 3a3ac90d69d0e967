import { MOST_COUNTED } from '@lantern/api/admin/dashboard/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import { formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import { declinedOrdersPath, failedMailsPath, fulfilmentPath, lowStockPath, requestedReturnsPath } from '../paths.ts';
import './to-do.css';

type Counts = RouterOutputs['admin']['dashboard']['toDo'];

interface Task {
  key: keyof Counts;
  href: string;
  text: (count: number) => string;
  /** If there are more than that. */
  more: (count: string) => string;
}

const tasks: Task[] = [
  {
    key: 'toShip',
    href: fulfilmentPath,
    text: (count) => plural(count, { one: '# order to ship', other: '# orders to ship' }),
    more: (count) => t`${count}+ orders to ship`,
  },
  {
    key: 'lowProducts',
    href: lowStockPath,
    text: (count) => plural(count, { one: '# product low on stock', other: '# products low on stock' }),
    more: (count) => t`${count}+ products low on stock`,
  },
  {
    key: 'returns',
    href: requestedReturnsPath,
    text: (count) => plural(count, { one: '# return to decide', other: '# returns to decide' }),
    more: (count) => t`${count}+ returns to decide`,
  },
  {
    key: 'failedMails',
    href: failedMailsPath,
    text: (count) => plural(count, { one: '# mail not sent', other: '# mails not sent' }),
    more: (count) => t`${count}+ mails not sent`,
  },
  {
    key: 'declinedPayments',
    href: declinedOrdersPath,
    text: (count) => plural(count, { one: '# payment declined in 24 hours', other: '# payments declined in 24 hours' }),
    more: (count) => t`${count}+ payments declined in 24 hours`,
  },
];

/** What waits for an admin, each with a link to its list. */
export function ToDo({ counts }: { counts: Counts }) {
  const waiting = tasks.filter(({ key }) => counts[key] > 0);
  return (
    <nav aria-label={t`To do`}>
      {waiting.length === 0 ? (
        <p className="to-do__nothing">{t`Nothing waits.`}</p>
      ) : (
        <ul className="to-do__list">
          {waiting.map(({ key, href, text, more }) => (
            <li key={key}>
              <Anchor href={href} className="to-do__task num">
                {counts[key] > MOST_COUNTED ? more(formatNumber(MOST_COUNTED)) : text(counts[key])}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
