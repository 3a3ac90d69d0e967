import type { RouterOutputs } from '@lantern/api/types';

type Role = RouterOutputs['admin']['users']['list']['items'][number]['role'];

/** The label of each role. */
export const roleWords: Record<Role, string> = { customer: 'Customer', admin: 'Admin' };
