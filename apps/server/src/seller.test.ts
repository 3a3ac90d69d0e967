import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { sellerNotice } from './seller.ts';

test.each([
  [{}, 'Invoices have no address and no tax number of yours: set SHOP_ADDRESS and SHOP_TAX_ID.'],
  [{ SHOP_ADDRESS: '1 High Street, London' }, 'Invoices have no tax number of yours: set SHOP_TAX_ID.'],
  [{ SHOP_TAX_ID: 'GB 123' }, 'Invoices have no address of yours: set SHOP_ADDRESS.'],
  [{ SHOP_ADDRESS: '1 High Street, London', SHOP_TAX_ID: 'GB 123' }, null],
])('with %o the operator is told: %s', (settings, expected) => {
  expect(sellerNotice(readConfig(settings).seller)).toBe(expected);
});
