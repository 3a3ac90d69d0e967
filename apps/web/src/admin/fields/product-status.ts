import type { RouterOutputs } from '@lantern/api/types';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type ProductStatus = RouterOutputs['admin']['products']['byId']['status'];

export const statusWords: Record<ProductStatus, MessageDescriptor> = {
  active: msg`Active`,
  draft: msg`Draft`,
  archived: msg`Archived`,
};

export const statusTones = { active: 'good', draft: 'warn', archived: 'plain' } as const satisfies Record<
  ProductStatus,
  string
>;

export const statuses: readonly ProductStatus[] = ['active', 'draft', 'archived'];

/** For a select. */
export const statusChoices = statuses.map((value) => ({ value, label: statusWords[value] }));
