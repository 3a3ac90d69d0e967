/** The maximum quantity of a cart line: far more than anyone needs, far too few to overflow a total. */
export const MAX_QUANTITY = 999;
