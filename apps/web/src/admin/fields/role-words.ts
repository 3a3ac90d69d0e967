import type { RouterOutputs } from '@lantern/api/types';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Role = RouterOutputs['admin']['users']['list']['items'][number]['role'];

/** The label of each role. */
export const roleWords: Record<Role, MessageDescriptor> = { customer: msg`Customer`, admin: msg`Admin` };
