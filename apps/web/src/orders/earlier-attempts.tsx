import { Anchor } from '@lantern/ui/anchor';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { methodWords, refusalWords } from '../card/payment-method.ts';
import type { Order } from './order-words.ts';
import './earlier-attempts.css';

interface EarlierAttemptsProps extends Pick<Order, 'attempts'> {
  /** The path of an attempt's page; left out for whoever may not open it. */
  pathOf?: (number: string) => string;
}

/** Declined attempts to pay for an order, before one went through. */
export function EarlierAttempts({ attempts, pathOf }: EarlierAttemptsProps) {
  if (attempts.length === 0) return null;
  return (
    <div className="earlier-attempts">
      <h3 className="earlier-attempts__title">{t`Earlier attempts, not charged`}</h3>
      <ul className="earlier-attempts__list">
        {attempts.map(({ number, at, method, failureCode }) => (
          <li key={number}>
            {methodWords(method)}: {refusalWords(failureCode) ?? t`declined`}
            <small>
              <Moment at={at} /> · {pathOf ? <Anchor href={pathOf(number)}>{number}</Anchor> : number}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
