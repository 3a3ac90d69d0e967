import type { RouterOutputs } from '@lantern/api/types';

type Role = RouterOutputs['admin']['users']['list']['items'][number]['role'];

/** What a user may do, in a word. */
export const roleWords: Record<Role, string> = { customer: 'Customer', admin: 'Admin' };
