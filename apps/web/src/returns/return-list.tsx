import type { returnStatuses } from '@lantern/api/returns/schema';
import { MomentDay } from '@lantern/ui/moment';
import { StatusLabel, type StatusTone } from '@lantern/ui/status-label';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { optionsText } from '../lib/paths.ts';
import { ReturnInstructions } from './return-instructions.tsx';
import { type Order, returnStatusWords } from './return-words.ts';
import './return-list.css';

type ReturnStatus = (typeof returnStatuses)[number];

/** How each status is shown. */
const tones: Record<ReturnStatus, StatusTone> = {
  requested: 'waiting',
  accepted: 'moving',
  refused: 'bad',
  received: 'good',
};

/** A return's status as a word and a colour. */
export function ReturnStatusLabel({ status }: { status: ReturnStatus }) {
  return <StatusLabel tone={tones[status]}>{t(returnStatusWords[status])}</StatusLabel>;
}

/** The returns of an order: what comes back, why, and what the store says about it. */
export function ReturnList({ returns }: { returns: Order['returns'] }) {
  return (
    <ol className="return-list">
      {returns.map(({ id, number, status, requestedAt, items, reason, note }) => (
        <li key={id} className="return-list__return">
          <p className="return-list__head">
            <strong className="num">{number}</strong> <ReturnStatusLabel status={status} />
          </p>
          <p className="muted">
            <Trans>
              Requested on <MomentDay at={requestedAt} />
            </Trans>
          </p>
          <ReturnedItems items={items} />
          <p className="return-list__words">
            <Trans>
              Reason: <bdi>{reason}</bdi>
            </Trans>
          </p>
          {note !== null && (
            <p className="return-list__words">
              <Trans>
                Our answer: <bdi>{note}</bdi>
              </Trans>
            </p>
          )}
          {status === 'accepted' && <ReturnInstructions number={number} />}
        </li>
      ))}
    </ol>
  );
}

/** What comes back, with quantities. */
export function ReturnedItems({ items }: Pick<Order['returns'][number], 'items'>) {
  return (
    <ul className="return-list__items">
      {items.map(({ sku, name, options, quantity }) => (
        <li key={sku}>
          {quantity} × <bdi>{name}</bdi> <span className="muted">{optionsText(options)}</span>
        </li>
      ))}
    </ul>
  );
}
