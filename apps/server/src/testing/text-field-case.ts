import { stockProduct } from '@lantern/api/testing/test-services';
import { type Answer, type HttpStore, newCustomer } from './http-store.ts';
import type { Rule } from './sample-texts.ts';
import type { Json } from './text-paths.ts';

export interface Field {
  rule: Rule;
  /** Its maximum length in characters. */
  max: number;
  /** What is stored for text of only spaces and invisible characters, which may be nothing; left out for required fields. */
  empty?: '' | null | 'nothing';
  /** Whether the activity log records it. */
  logged?: true;
}

export type Client = ReturnType<HttpStore['client']>;

/** A mutation with a valid input, the client that sends it, and how to read the result. */
export interface Prepared {
  by: Client;
  input: { [key: string]: Json };
  /** Whether it can be sent repeatedly with different texts. */
  repeatable?: true;
  /** Returns documents in which the fields have the same paths as in the input. */
  read(answer: Answer, sent: Json): Promise<unknown[]>;
}

export interface TextFieldCase {
  fields: Record<string, Field>;
  /** Text fields with their own rules, such as references to existing entities: other text is refused or ignored. */
  others: string[];
  prepare(t: HttpStore, admin: Client): Promise<Prepared>;
}

export const line = (max: number, more: Partial<Field> = {}): Field => ({ rule: 'line', max, ...more });
export const unique = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`;

export async function shopper(t: HttpStore): Promise<Client> {
  const client = t.client();
  await client.mutate('auth.register', newCustomer());
  return client;
}

export async function fullCart(t: HttpStore): Promise<Client> {
  const client = await shopper(t);
  const { variantIds } = await stockProduct(t.services, { name: unique('Lamp'), priceCents: 6000 });
  await client.mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
  return client;
}
