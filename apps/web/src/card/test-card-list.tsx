import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { formatCardNumber } from './card.ts';
import { testCards } from './test-cards.ts';
import './test-card-list.css';

interface TestCardListProps {
  /** Fills in the whole card. */
  onPick: (card: { number: string; expiry: string; cvc: string }) => void;
}

/** The cards to test the demo store with. */
export function TestCardList({ onPick }: TestCardListProps) {
  const nextYear = String(new Date().getFullYear() + 1).slice(-2);
  return (
    <details className="test-card-list">
      <summary className="test-card-list__title">{t`This is a demonstration: use a test card`}</summary>
      <ul className="test-card-list__cards">
        {testCards.map(({ number, does }) => {
          const written = formatCardNumber(number);
          return (
            <li key={number}>
              <Button
                variant="plain-link"
                className="num"
                onClick={() => onPick({ number: written, expiry: `12 / ${nextYear}`, cvc: '123' })}
              >
                {written}
              </Button>{' '}
              {t(does)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
