/** What codes are made of: the databases agree on the case of these letters alone. */
export const COUPON_CODE = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export const MAX_COUPON_CODE = 40;
