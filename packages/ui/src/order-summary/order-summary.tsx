import { plural, t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { Header, List, Segment } from 'semantic-ui-react';
import { formatCents } from '../format/format.tsx';
import { ProductImage } from '../product-image/product-image.tsx';
import { sumRows, taxText } from '../sums/sums.tsx';
import './order-summary.css';

export interface SummaryLine {
  key: string;
  name: string;
  options?: string;
  quantity: number;
  imageUrl: string | null;
  accent: number;
  /** Before any discount. */
  totalCents: number;
  /** "−€2.50 with SPRING10". */
  discount?: string;
}

interface OrderSummaryProps {
  /** "3 items", "Summary". */
  title?: string;
  /** Left out where the lines are shown elsewhere. */
  lines?: SummaryLine[];
  subtotalCents: number;
  /** What a coupon takes off. */
  discountCents?: number;
  /** The coupon's code, whether it takes something off or pays for the delivery. */
  couponCode?: string | null;
  shippingCents: number;
  /** How it is delivered, if that is chosen. */
  deliveryMethod?: { name: string } | null;
  /** Already inside the total. */
  taxCents: number;
  totalCents: number;
  /** How much of it was refunded. */
  refundedCents?: number;
  /** The action under the total. */
  children?: ReactNode;
}

function SummaryRow({ line }: { line: SummaryLine }) {
  const details = [line.options, line.quantity > 1 && plural(line.quantity, { one: '# item', other: '# items' })];
  return (
    <List.Item as="li" className="order-summary__line">
      <ProductImage src={line.imageUrl} alt="" accent={line.accent} size="tiny" eager />
      <span>
        {line.name}
        <span className="order-summary__details">{details.filter(Boolean).join(' · ')}</span>
        {line.discount && <span className="order-summary__details num">{line.discount}</span>}
      </span>
      <span className="num">{formatCents(line.totalCents)}</span>
    </List.Item>
  );
}

/** The lines alone, where the sums are shown elsewhere. */
export function SummaryLines({ lines }: { lines: SummaryLine[] }) {
  return (
    <List as="ul" className="order-summary__lines">
      {lines.map((line) => (
        <SummaryRow key={line.key} line={line} />
      ))}
    </List>
  );
}

/** The lines, the delivery, the total with its tax, and the next action. */
export function OrderSummary(props: OrderSummaryProps) {
  const { title = t`Summary`, lines = [], subtotalCents, discountCents = 0, couponCode = null } = props;
  const { shippingCents, deliveryMethod = null } = props;
  const { taxCents, totalCents, refundedCents = 0, children } = props;
  const rows = sumRows({ subtotalCents, discountCents, couponCode, shippingCents, deliveryMethod });

  return (
    <Segment as="section" className="order-summary" aria-label={title}>
      <Header as="h2" className="order-summary__title">
        {title}
      </Header>
      {lines.length > 0 && <SummaryLines lines={lines} />}
      <dl className="order-summary__sums num">
        {rows.map(({ label, text }) => (
          <div key={label} className="order-summary__sum">
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className="order-summary__sum order-summary__sum--total">
          <dt>{t`Total`}</dt>
          <dd>{formatCents(totalCents)}</dd>
        </div>
      </dl>
      <p className="order-summary__tax num">{taxText(taxCents)}</p>
      {refundedCents > 0 && (
        <dl className="order-summary__sums num">
          <div className="order-summary__sum">
            <dt>{t`Refunded`}</dt>
            <dd>−{formatCents(refundedCents)}</dd>
          </div>
          <div className="order-summary__sum order-summary__sum--net">
            <dt>{t`Net`}</dt>
            <dd>{formatCents(totalCents - refundedCents)}</dd>
          </div>
        </dl>
      )}
      {children && <div className="order-summary__action">{children}</div>}
    </Segment>
  );
}
