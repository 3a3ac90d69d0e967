import { applyCouponInput } from '@lantern/api/cart/schema';
import { Button } from '@lantern/ui/button';
import { TextField } from '@lantern/ui/text-field';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useRef } from 'react';
import { messageOf } from '../lib/trpc.ts';
import { usePageWords } from '../lib/use-page-words.ts';
import { useSchemaForm } from '../lib/use-schema-form.ts';
import type { Cart } from './cart-items.ts';
import { couponWords } from './coupon-words.ts';
import { useApplyCoupon, useRemoveCoupon } from './use-coupon.ts';
import './coupon-field.css';

/** The coupon on the cart, or a field for its code; a form of its own, so that nothing else is sent or lost. */
export function CouponField({ coupon, couponRefusal }: Pick<Cart, 'coupon' | 'couponRefusal'>) {
  const place = useRef<HTMLDivElement>(null);
  // What had the focus is about to go.
  const onChanged = () => place.current?.focus({ preventScroll: true });
  return (
    <div className="coupon-field" ref={place} tabIndex={-1}>
      {coupon ? (
        <AppliedCoupon coupon={coupon} onChanged={onChanged} />
      ) : (
        <CouponForm key={couponRefusal?.code} refusal={couponRefusal} onChanged={onChanged} />
      )}
    </div>
  );
}

interface AppliedCouponProps {
  coupon: NonNullable<Cart['coupon']>;
  onChanged: () => void;
}

function AppliedCoupon({ coupon, onChanged }: AppliedCouponProps) {
  const remove = useRemoveCoupon();
  const toast = useToast();
  const onError = (error: unknown) => toast({ kind: 'error', text: messageOf(error) });
  return (
    <>
      <span className="coupon-field__label">{t`Coupon`}</span>
      <p className="coupon-field__applied">
        <span role="status">
          <b>{coupon.code}</b>: {couponWords(coupon)}
        </span>
        <Button
          variant="plain-link"
          size="small"
          aria-label={t`Remove coupon`}
          className="coupon-field__remove"
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: onChanged, onError })}
        >
          {t`Remove`}
        </Button>
      </p>
    </>
  );
}

interface CouponFormProps {
  /** The coupon on the cart that does not apply now. */
  refusal: Cart['couponRefusal'];
  onChanged: () => void;
}

function CouponForm({ refusal, onChanged }: CouponFormProps) {
  const { field, handleSubmit, setError } = useSchemaForm(applyCouponInput, { code: refusal?.code ?? '' });
  const apply = useApplyCoupon();
  const onError = (error: unknown) =>
    setError('code', { type: 'server', message: messageOf(error) }, { shouldFocus: true });
  const code = field('code');
  const refused = usePageWords(refusal);
  return (
    <form
      noValidate
      aria-label={t`Coupon`}
      className="coupon-field__form"
      onSubmit={handleSubmit((input) => apply.mutate(input, { onSuccess: onChanged, onError }))}
    >
      <TextField label={t`Coupon code`} autoComplete="off" {...code} error={code.error ?? refused} />
      <Button type="submit" aria-label={t`Apply coupon`} className="coupon-field__apply" loading={apply.isPending}>
        {t`Apply`}
      </Button>
    </form>
  );
}
