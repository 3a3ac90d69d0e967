import { type SaveDelivery, saveDeliveryInput } from '@lantern/api/admin/delivery/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { parseCount } from '@lantern/text/amount';
import { parseCents } from '@lantern/text/money';
import { slugify } from '@lantern/text/slug';
import { perLanguage } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { countryOptions } from '../../address/countries.ts';
import { countryName } from '../../address/country-name.ts';
import { amountText } from '../fields/amount-text.ts';

export type Method = RouterOutputs['admin']['delivery']['list'][number];

/** What an admin types: amounts and days as text, countries one per line. */
interface Typed {
  name: string;
  description: string;
  price: string;
  freeFrom: string;
  minDays: string;
  maxDays: string;
  countries: string;
  active: boolean;
}

/** The fields of the form by those of the input, where their names differ. */
const fieldOf: Record<string, string> = { code: 'name', priceCents: 'price', freeFromCents: 'freeFrom' };

const typedSchema: z.ZodType<Typed, Typed> = z.object({
  name: z.string(),
  description: z.string(),
  price: z.string(),
  freeFrom: z.string(),
  minDays: z.string(),
  maxDays: z.string(),
  countries: z.string(),
  active: z.boolean(),
});

/** Names may be longer than codes, and some have no letter that a code can have. */
function newCode(name: string, taken: string[]): string {
  const code = slugify(name).slice(0, 36).replace(/-$/, '') || 'delivery';
  if (!taken.includes(code)) return code;
  let number = 2;
  while (taken.includes(`${code}-${number}`)) number++;
  return `${code}-${number}`;
}

/** The form of a method; without one, of a new one, whose code is made from its name and is none of those `taken`. */
export function deliverySchema(method: Method | undefined, taken: string[]): z.ZodType<SaveDelivery, Typed> {
  return typedSchema.transform((typed, { addIssue }) => {
    const { name, description, active } = typed;
    const countries = codesIn(typed.countries);
    const parsed = saveDeliveryInput.safeParse({
      ...{ code: method?.code ?? newCode(name, taken), version: method?.version ?? 0 },
      ...{ name, description, active },
      priceCents: parseCents(typed.price) ?? Number.NaN,
      freeFromCents: typed.freeFrom.trim() === '' ? null : (parseCents(typed.freeFrom) ?? Number.NaN),
      minDays: parseCount(typed.minDays) ?? Number.NaN,
      maxDays: parseCount(typed.maxDays) ?? Number.NaN,
      countries: countries.codes,
    });
    if (countries.unknown !== undefined) {
      addIssue({
        code: 'custom',
        path: ['countries'],
        message: t`“${{ typed: countries.unknown }}” is not a country.`,
      });
    }
    for (const { path, message } of parsed.error?.issues ?? []) {
      const field = String(path[0]);
      addIssue({ code: 'custom', path: [fieldOf[field] ?? field], message });
    }
    return parsed.success && countries.unknown === undefined ? parsed.data : z.NEVER;
  });
}

/** What the form of a method shows at first. */
export function typedOf(method: Method | undefined): Typed {
  return {
    name: method?.name ?? '',
    description: method?.description ?? '',
    price: method ? amountText(method.priceCents) : '',
    freeFrom: typeof method?.freeFromCents === 'number' ? amountText(method.freeFromCents) : '',
    minDays: method ? String(method.minDays) : '',
    maxDays: method ? String(method.maxDays) : '',
    countries: method?.countries?.map(countryName).join('\n') ?? '',
    active: method?.active ?? true,
  };
}

/** Their codes by what they may be called, in small letters. */
const codesByName = perLanguage(
  () =>
    new Map(
      countryOptions().flatMap(({ value, label }): [string, string][] => [
        [label.toLowerCase(), value],
        [value.toLowerCase(), value],
      ]),
    ),
);

/** Countries by their names or codes, one per line or between commas; null for everywhere. */
function codesIn(typed: string): { codes: string[] | null; unknown?: string } {
  const codeOf = codesByName();
  const words = typed.split(/[\n,]/).flatMap((word) => word.trim() || []);
  const unknown = words.find((word) => !codeOf.has(word.toLowerCase()));
  const codes = words.flatMap((word) => codeOf.get(word.toLowerCase()) ?? []);
  return { codes: codes.length > 0 ? codes : null, unknown };
}
