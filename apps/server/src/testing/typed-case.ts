import { stockProduct } from '@lantern/api/testing/test-services';
import { type Answer, type HttpStore, newcomer } from './http-store.ts';
import type { Json } from './text-paths.ts';
import type { Rule } from './typed-texts.ts';

export interface Field {
  rule: Rule;
  /** How many characters it holds. */
  max: number;
  /** What is kept of nothing but blanks and unseen characters; left out where something must be entered. */
  empty?: '' | null;
  /** True where the activity log tells it. */
  logged?: true;
}

export type Client = ReturnType<HttpStore['client']>;

/** A mutation with a valid input, whoever sends it, and where what was sent can be read afterwards. */
interface Prepared {
  by: Client;
  input: { [key: string]: Json };
  /** True where it can be sent again and again, with other texts. */
  again?: true;
  /** Documents in which the fields have the same paths as in the input. */
  read(answer: Answer, sent: Json): Promise<unknown[]>;
}

export interface TypedCase {
  fields: Record<string, Field>;
  /** Texts that lead to what is there already, or have signs of their own: they are refused, or mean nothing. */
  others: string[];
  prepare(t: HttpStore, admin: Client): Promise<Prepared>;
}

export const line = (max: number, more: Partial<Field> = {}): Field => ({ rule: 'line', max, ...more });
export const unique = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`;

export async function shopper(t: HttpStore): Promise<Client> {
  const client = t.client();
  await client.mutate('auth.register', newcomer());
  return client;
}

export async function fullCart(t: HttpStore): Promise<Client> {
  const client = await shopper(t);
  const { variantIds } = await stockProduct(t.services, { name: unique('Lamp'), priceCents: 6000 });
  await client.mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
  return client;
}
