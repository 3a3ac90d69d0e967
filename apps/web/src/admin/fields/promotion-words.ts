import { msg } from '@lingui/core/macro';
/** What a promotion gives, as people call it. */
export const promotionWords = {
  percent: msg`Percent off`,
  fixed: msg`Amount off`,
  free_delivery: msg`Free delivery`,
};
