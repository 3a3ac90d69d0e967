import { verifyActivity } from '../../activity/verify.ts';
import type { Check } from '../difference.ts';

/** That no entry of the activity log was altered, removed or added by hand. */
export const activityChain: Check = {
  name: 'activity-chain',
  async *find() {
    const { firstBroken, checked } = await verifyActivity();
    if (firstBroken === null) return;
    yield {
      ...{ check: 'activity-chain', id: firstBroken, what: 'hash', where: `entry ${firstBroken} of the activity log` },
      ...{ expected: 'intact', found: `intact up to ${checked}` },
      advice: 'It was changed past the store: compare it with an export or a backup.',
    };
  },
};
