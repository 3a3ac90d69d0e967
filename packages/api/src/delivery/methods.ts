import { DeliveryMethod } from '@lantern/db/models/delivery-method';
import { called, termsOf } from '../glossary/terms.ts';
import { SECOND_MS } from '../shared/dates.ts';
import type { Translation } from '../shared/languages.ts';
import { TtlCache } from '../shared/ttl-cache.ts';

/** A way to deliver an order that shoppers can choose. */
export interface Delivery {
  /** Names it for good: "express". */
  code: string;
  name: string;
  description: string;
  /** Integer cents, tax included. */
  priceCents: number;
  /** The subtotal from which it costs nothing, integer cents; null if it never does. */
  freeFromCents: number | null;
  /** Working days until it arrives. */
  minDays: number;
  maxDays: number;
  /** ISO 3166-1 alpha-2 codes; null for everywhere. */
  countries: string[] | null;
}

/** What functions depend on that calculate a delivery. */
export interface WithDelivery {
  deliveryMethods: DeliveryMethods;
}

/** For a change that no log reports, such as filling a store while its servers run. */
const TTL_MS = 60 * SECOND_MS;

/**
 * The active delivery methods, kept in memory: every cart shows what the cheapest costs. Call `clear` when one changes.
 * Read them outside a transaction, which may not see the newest.
 */
export class DeliveryMethods {
  readonly #cache = new TtlCache<Delivery[]>(TTL_MS);

  /** All of them, in the order in which shoppers see them. */
  active(): Promise<Delivery[]> {
    return this.#cache.get('', readActive, () => true);
  }

  /** Those that deliver to a country, ISO 3166-1 alpha-2. */
  async to(country: string): Promise<Delivery[]> {
    return (await this.active()).filter(({ countries }) => countries === null || countries.includes(country));
  }

  clear(): void {
    this.#cache.clear();
  }
}

async function readActive(): Promise<Delivery[]> {
  const rows = await DeliveryMethod.findAll({ where: { active: true }, order: ['position', 'id'], raw: true });
  return rows.map(viewDelivery);
}

/** A row with its countries as a list. */
export function viewDelivery(row: DeliveryMethod): Delivery {
  const { code, name, description, priceCents, freeFromCents, minDays, maxDays, countries } = row;
  return {
    ...{ code, name, description, priceCents, freeFromCents, minDays, maxDays },
    countries: countries?.split(', ') ?? null,
  };
}

/** These methods as a language calls them. */
export async function deliveryIn<Method extends Pick<Delivery, 'name' | 'description'>>(
  methods: Method[],
  language: Translation,
): Promise<Method[]> {
  const terms = await termsOf(
    methods.flatMap(({ name, description }) => [name, description]),
    language,
  );
  return methods.map((method) => ({
    ...method,
    name: called(terms, method.name),
    description: called(terms, method.description),
  }));
}
