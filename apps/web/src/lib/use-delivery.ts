import type { RouterOutputs } from '@lantern/api/types';
import { useQuery } from '@tanstack/react-query';
import { type DeliveryMethod, deliveryTerms } from './delivery-terms.ts';
import { useTRPC } from './trpc.ts';

type Options = RouterOutputs['checkout']['options'];

/** The methods that deliver to a country, or all; undefined while they are not known. */
export function useDeliveryMethods(country?: string): DeliveryMethod[] | undefined {
  return useQuery(useTRPC().checkout.options.queryOptions({ country }, { select: methodsOf })).data;
}

/** What the store says about its delivery; null while that is not known. */
export function useDeliveryTerms() {
  const methods = useDeliveryMethods();
  return methods ? deliveryTerms(methods) : null;
}

/** The codes of the countries that the store delivers to; undefined while they are not known. */
export function useDeliveryCountries(): Set<string> | undefined {
  return useQuery(useTRPC().checkout.options.queryOptions({}, { select: countriesOf })).data;
}

function methodsOf({ deliveryMethods, holidays }: Options): DeliveryMethod[] {
  return deliveryMethods.map(({ code, name, description, minDays, maxDays, regularPriceCents, freeFromCents }) => ({
    ...{ code, name, description, minDays, maxDays, freeFromCents, holidays },
    priceCents: regularPriceCents,
  }));
}

function countriesOf({ countries }: Options): Set<string> {
  return new Set(countries.map(({ code }) => code));
}
