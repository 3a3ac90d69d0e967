/** Shoppers are told the number when no more than this are left: of a product on its card, of a variant on its page. */
export const FEW_LEFT = 5;

/** Admins are warned from this number down, in time to order more: of a variant, or of a product with all its variants. */
export const LOW_STOCK = 5;
