/** The stable code of a business failure, for programs to act on. Never renamed. */
export type Reason =
  | 'no_longer_sold'
  | 'out_of_stock'
  | 'in_stock'
  | 'quantity_limit'
  | 'price_changed'
  | 'cart_empty'
  | 'order_limit'
  | 'coupon_unknown'
  | 'coupon_not_started'
  | 'coupon_expired'
  | 'coupon_used_up'
  | 'coupon_already_used'
  | 'coupon_minimum'
  | 'code_taken'
  | 'payment_declined'
  | 'illegal_transition'
  | 'idempotency_key_reused'
  | 'account_changed'
  | 'email_taken'
  | 'wrong_credentials'
  | 'wrong_password'
  | 'token_invalid'
  | 'too_many_addresses'
  | 'too_many_attempts'
  | 'too_many_requests'
  | 'other_origin'
  | 'weak_password'
  | 'too_many_streams'
  | 'version_conflict'
  | 'stock_changed'
  | 'slug_taken'
  | 'name_taken'
  | 'too_many_views'
  | 'sku_taken'
  | 'category_not_empty'
  | 'category_cycle'
  | 'category_too_deep'
  | 'changed_since'
  | 'not_undoable'
  | 'last_admin'
  | 'refund_too_large'
  | 'restock_too_large'
  | 'parcel_too_large'
  | 'not_delivered'
  | 'return_too_late'
  | 'return_too_many'
  | 'mail_private'
  | 'mail_waiting'
  | 'image_type'
  | 'image_too_large'
  | 'image_unreadable'
  | 'images_unavailable'
  | 'database_unavailable'
  | 'database_busy'
  | 'overloaded'
  | 'storage_full';

type Code =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

interface ErrorDetails {
  reason?: Reason;
  /** Messages by input field, as a form shows them. */
  fieldErrors?: Record<string, string[]>;
  /** Values that help the caller recover, such as how many are left. */
  details?: Record<string, string | number>;
  /** The internal cause, for the log only. */
  cause?: unknown;
}

/** A failure reported to the caller, with a message for people. */
export class ShopError extends Error {
  override name = 'ShopError';
  readonly reason?: Reason;
  readonly fieldErrors?: Record<string, string[]>;
  readonly details?: Record<string, string | number>;

  constructor(
    readonly code: Code,
    message: string,
    errorDetails: ErrorDetails = {},
  ) {
    super(message);
    Object.assign(this, errorDetails);
  }
}

/** For missing entities and those of other users alike, so that their existence cannot be probed. */
export function notFound(what: string): ShopError {
  return new ShopError('NOT_FOUND', `This ${what} does not exist.`);
}
