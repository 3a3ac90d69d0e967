/** What a promotion gives, as people call it. */
export const promotionWords = {
  percent: 'Percent off',
  fixed: 'Amount off',
  free_delivery: 'Free delivery',
};
