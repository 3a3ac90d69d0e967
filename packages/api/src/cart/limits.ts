/** The maximum quantity of a cart line: far more than anyone needs. */
export const MAX_QUANTITY = 999;
