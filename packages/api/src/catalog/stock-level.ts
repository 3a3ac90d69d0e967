/** Up to this quantity shoppers see how many are left: of a product on its card, of a variant on its page. */
export const FEW_LEFT = 5;

/** Up to this quantity admins see a warning to reorder: for a variant, or for a product with all its variants. */
export const LOW_STOCK = 5;
