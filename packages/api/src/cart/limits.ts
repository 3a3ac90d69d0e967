/** How many of one item a cart takes: far more than anybody means, far less than a number that breaks a sum. */
export const MAX_QUANTITY = 999;
