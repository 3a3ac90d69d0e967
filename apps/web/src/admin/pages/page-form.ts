import { updatePageInput } from '@lantern/api/admin/pages/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { t } from '@lingui/core/macro';
import { z } from 'zod';

export type AdminPageData = RouterOutputs['admin']['pages']['byId'];

const { title, slug, markdown, inFooter, position, published } = updatePageInput.shape;

/** A page as its form has it: the position is typed. */
export const pageForm = z.object({
  ...{ title, slug, markdown, inFooter, published },
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
  return { title, slug, markdown, inFooter, published, position: String(position) };
}
