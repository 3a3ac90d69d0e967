import { updatePageInput } from '@lantern/api/admin/pages/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { z } from 'zod';

export type AdminPageData = RouterOutputs['admin']['pages']['byId'];

const { title, slug, markdown, inFooter, position, published, texts } = updatePageInput.shape;

/** A page as its form has it: the position is typed. */
export const pageForm = z.object({
  ...{ title, slug, markdown, inFooter, published, texts },
  position: z
    .string()
    .trim()
    .regex(/^\d+$/, { error: () => t`Please enter a number.` })
    .transform(Number)
    .pipe(position),
});

/** What the form begins with. */
export function typedOf(page: AdminPageData): z.input<typeof pageForm> {
  const { title, slug, markdown, inFooter, position, published } = page;
  const [, ...others] = language().all;
  const texts = others.map((code) => {
    const { title, markdown } = page.texts[code] ?? {};
    return [code, { title: title ?? '', markdown: markdown ?? '' }] as const;
  });
  return { title, slug, markdown, inFooter, published, position: String(position), texts: Object.fromEntries(texts) };
}
