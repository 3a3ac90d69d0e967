/** The stable word for a business failure, for programs to act on. Never renamed. */
export type Reason =
  | 'out_of_stock'
  | 'quantity_limit'
  | 'price_changed'
  | 'cart_empty'
  | 'payment_declined'
  | 'illegal_transition'
  | 'idempotency_key_reused'
  | 'account_changed'
  | 'email_taken'
  | 'wrong_credentials'
  | 'wrong_password'
  | 'too_many_attempts'
  | 'too_many_requests'
  | 'other_origin'
  | 'weak_password'
  | 'too_many_streams'
  | 'version_conflict'
  | 'stock_changed'
  | 'slug_taken'
  | 'sku_taken'
  | 'category_not_empty'
  | 'category_cycle'
  | 'category_too_deep'
  | 'changed_since'
  | 'not_undoable'
  | 'last_admin'
  | 'refund_too_large'
  | 'restock_too_large'
  | 'image_type'
  | 'image_too_large'
  | 'image_unreadable'
  | 'database_unavailable'
  | 'database_busy'
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
  /** Messages by input field, in the words a form shows under it. */
  fieldErrors?: Record<string, string[]>;
  /** Plain values that help the caller go on, such as how many are left. */
  details?: Record<string, string | number>;
  /** For the log: what happened inside. */
  cause?: unknown;
}

/** A failure that is the caller's to hear about: its message is a sentence for a person. */
export class ShopError extends Error {
  override name = 'ShopError';
  readonly reason?: Reason;
  readonly fieldErrors?: Record<string, string[]>;
  readonly details?: Record<string, string | number>;

  constructor(
    readonly code: Code,
    message: string,
    particulars: ErrorDetails = {},
  ) {
    super(message);
    Object.assign(this, particulars);
  }
}

/** What isn't there and what isn't yours answer alike, so that nobody can probe for it. */
export function notFound(what: string): ShopError {
  return new ShopError('NOT_FOUND', `This ${what} does not exist.`);
}
