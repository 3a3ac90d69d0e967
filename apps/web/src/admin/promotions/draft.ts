import { createPromotionInput } from '@lantern/api/admin/promotions/schema';
import type { RouterInputs, RouterOutputs } from '@lantern/api/types';
import { parseCount, parsePercent } from '@lantern/text/amount';
import { parseCents } from '@lantern/text/money';
import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { amountText } from '../fields/amount-text.ts';

export type Promotion = RouterOutputs['admin']['promotions']['list'][number];
type PromotionInput = RouterInputs['admin']['promotions']['create'];

/** A promotion as its form has it: text, with empty fields for what is not limited. */
const fields = z.object({
  code: z.string(),
  kind: createPromotionInput.shape.kind,
  value: z.string(),
  minSubtotal: z.string(),
  categorySlugs: z.array(z.string()),
  startsAt: z.string(),
  endsAt: z.string(),
  usageLimit: z.string(),
  perCustomerLimit: z.string(),
  active: z.boolean(),
});
type Draft = z.output<typeof fields>;

/** The names of the fields in the form, by those of the input where they differ. */
const formNames: Record<string, string> = { minSubtotalCents: 'minSubtotal' };

export const promotionForm = fields.transform((draft, { addIssue }): PromotionInput => {
  const parsed = createPromotionInput.safeParse(inputOf(draft));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const [name = ''] = path.map(String);
    addIssue({ code: 'custom', path: [formNames[name] ?? name], message: inWords(message) });
  }
  return z.NEVER;
});

/** Instead of what the schema says of text that is no number, or no time: the field leaves only years to be mistyped. */
function inWords(message: string): string {
  if (message.startsWith('Invalid ISO')) return t`Use a year between 1000 and 9999.`;
  return message.startsWith('Invalid input') ? t`Please enter a number.` : message;
}

function inputOf({ kind, value, minSubtotal, startsAt, endsAt, usageLimit, perCustomerLimit, ...others }: Draft) {
  const read = kind === 'fixed' ? parseCents : parsePercent;
  return {
    ...others,
    kind,
    value: kind === 'free_delivery' ? 0 : (read(value) ?? Number.NaN),
    minSubtotalCents: minSubtotal.trim() === '' ? null : (parseCents(minSubtotal) ?? Number.NaN),
    startsAt: timeIn(startsAt),
    endsAt: timeIn(endsAt),
    usageLimit: countIn(usageLimit),
    perCustomerLimit: countIn(perCustomerLimit),
  };
}

function countIn(text: string): number | null {
  return text.trim() === '' ? null : (parseCount(text) ?? Number.NaN);
}

/** The browser reads the field in its own time zone. */
function timeIn(text: string): string | null {
  if (text === '') return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString();
}

/** What the form begins with. */
export function draftOf(promotion: Promotion | undefined): Draft {
  if (!promotion) {
    return {
      ...{ code: '', kind: 'percent', value: '', minSubtotal: '', categorySlugs: [], active: true },
      ...{ startsAt: '', endsAt: '', usageLimit: '', perCustomerLimit: '' },
    };
  }
  const { code, kind, value, minSubtotalCents, categorySlugs, usageLimit, perCustomerLimit, active } = promotion;
  return {
    ...{ code, kind, categorySlugs, active },
    value: kind === 'fixed' ? amountText(value) : String(value),
    minSubtotal: minSubtotalCents === null ? '' : amountText(minSubtotalCents),
    startsAt: localText(promotion.startsAt),
    endsAt: localText(promotion.endsAt),
    usageLimit: String(usageLimit ?? ''),
    perCustomerLimit: String(perCustomerLimit ?? ''),
  };
}

/** "2026-03-31T10:00" in the browser's time zone, with seconds if it has any: what is not touched is to stay as it is. */
function localText(time: string | null): string {
  if (time === null) return '';
  const at = new Date(time);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return local.replace('Z', '').replace(/(?::00)?\.000$/, '');
}
