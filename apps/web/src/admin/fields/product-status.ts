import type { RouterOutputs } from '@lantern/api/types';

export type ProductStatus = RouterOutputs['admin']['products']['byId']['status'];

export const statusWords: Record<ProductStatus, string> = {
  active: 'Active',
  draft: 'Draft',
  archived: 'Archived',
};

export const statusTones = { active: 'good', draft: 'warn', archived: 'plain' } as const satisfies Record<
  ProductStatus,
  string
>;

export const statuses: readonly ProductStatus[] = ['active', 'draft', 'archived'];
