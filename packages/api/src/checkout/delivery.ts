import { countryName } from '@lantern/text/address';
import type { Delivery } from '../delivery/methods.ts';
import { cheapestDelivery } from '../pricing/delivery-price.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { PlaceInput } from './schema.ts';

/**
 * The method that an order is delivered with: the one asked for, or the cheapest.
 * @param methods those that deliver to the order's country.
 * @throws {ShopError} BAD_REQUEST if the one asked for is none of them, or there are none.
 */
export function chooseDelivery(
  methods: Delivery[],
  { deliveryMethod, shippingAddress }: Pick<PlaceInput, 'deliveryMethod' | 'shippingAddress'>,
  subtotalCents: number,
): Delivery {
  const country = countryName(shippingAddress.country);
  const cheapest = cheapestDelivery(subtotalCents, methods);
  if (!cheapest) throw refusal('shippingAddress.country', `We don't deliver to ${country} at the moment.`);
  if (deliveryMethod === undefined) return cheapest;
  const chosen = methods.find(({ code }) => code === deliveryMethod);
  if (!chosen)
    throw refusal('deliveryMethod', `This delivery method isn't available for ${country}. Please choose another.`);
  return chosen;
}

function refusal(field: string, message: string): ShopError {
  return new ShopError('BAD_REQUEST', 'Your order was not placed.', { fieldErrors: { [field]: [message] } });
}
