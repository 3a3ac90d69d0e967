import type { WithDatabase } from '@lantern/db/database';
import { countryName } from '@lantern/text/address';
import { type Currency, currency } from '@lantern/text/currency';
import { postalCodeUse } from '@lantern/text/postal-code';
import { type RegionUse, regionUse } from '@lantern/text/region';
import { countryCodes } from '../account/schema.ts';
import { linesOf } from '../cart/lines.ts';
import type { CartOwner } from '../cart/owner.ts';
import { customerOf, priceCart } from '../cart/priced-cart.ts';
import type { WithHolidays } from '../delivery/holidays.ts';
import { type Delivery, deliveryIn, type WithDelivery } from '../delivery/methods.ts';
import { shippingFor } from '../pricing/delivery-price.ts';
import type { CalendarDay } from '../shared/calendar.ts';
import type { Translation } from '../shared/languages.ts';

/** A delivery method as a shopper can choose it. */
interface DeliveryOption
  extends Pick<Delivery, 'code' | 'name' | 'description' | 'freeFromCents' | 'minDays' | 'maxDays'> {
  /** What it costs with the shopper's cart, integer cents. */
  priceCents: number;
  /** What it costs below `freeFromCents`. */
  regularPriceCents: number;
}

/** A country that the store delivers to, and what an address there consists of. */
interface CountryOption {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  postalCode: 'required' | 'none';
  region: RegionUse;
}

export interface CheckoutOptions {
  deliveryMethods: DeliveryOption[];
  /** The public holidays of the coming months on the way to the country, `2026-12-25`: they are no working days. */
  holidays: CalendarDay[];
  /** Sorted by name. */
  countries: CountryOption[];
  /** Of all amounts of the API: those called cents are of its smallest unit, of which `10 ** digits` are one. */
  currency: Currency;
}

/** The methods that deliver to `country`, or all of them, with their prices for a cart; all countries, and the currency. */
export async function checkoutOptions(
  { database, deliveryMethods, holidays }: WithDatabase & WithDelivery & WithHolidays,
  owner: CartOwner,
  country: string | undefined,
  language: Translation,
): Promise<CheckoutOptions> {
  const active = await deliveryMethods.active();
  const offered = country === undefined ? active : await deliveryMethods.to(country);
  const lines = await linesOf(database, owner);
  const couponCode = lines[0]?.cartCouponCode ?? null;
  const { view } = await priceCart(database, lines, couponCode, customerOf(owner), active);
  const isDeliveryFree = view.coupon?.kind === 'free_delivery';
  return {
    deliveryMethods: (await deliveryIn(offered, language)).map((method) => {
      const { code, name, description, priceCents, freeFromCents, minDays, maxDays } = method;
      return {
        ...{ code, name, description, freeFromCents, minDays, maxDays },
        priceCents: lines.length === 0 ? priceCents : isDeliveryFree ? 0 : shippingFor(view.subtotalCents, method),
        regularPriceCents: priceCents,
      };
    }),
    holidays: await holidays.towards(country),
    countries: countriesOf(active),
    currency: currency(),
  };
}

function countriesOf(methods: Delivery[]): CountryOption[] {
  const isEverywhere = methods.some(({ countries }) => countries === null);
  const codes = isEverywhere ? countryCodes : new Set(methods.flatMap(({ countries }) => countries ?? []));
  return [...codes]
    .map(
      (code): CountryOption => ({
        code,
        name: countryName(code),
        postalCode: postalCodeUse(code) === 'none' ? 'none' : 'required',
        region: regionUse(code),
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
