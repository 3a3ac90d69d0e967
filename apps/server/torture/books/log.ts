import { activityHead } from '@lantern/api/activity/service';
import { verifyActivity } from '@lantern/api/activity/verify';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import type { Follower } from '../follower.ts';
import type { Told } from '../told.ts';
import { type Check, checkEach } from './check.ts';

/** Compares the activity log with the edits that admins were told are saved, and with what its followers saw. */
export async function checkLog({ edits }: Pick<Told, 'edits'>, followers: Follower[]): Promise<Check[]> {
  const { ok, checked, firstBroken } = await verifyActivity();
  const entries = await ActivityEntry.findAll({ where: { action: 'product.update' }, raw: true });
  const described = entries.flatMap(({ changes }) =>
    changes.flatMap(({ field, after }) => (field === 'description' ? [String(after)] : [])),
  );
  const { seq: head } = await activityHead();
  return [
    {
      promise: 'the chain of the activity log is intact',
      compared: checked,
      differences: ok ? [] : [`broken at entry ${firstBroken}`],
    },
    checkEach('every edit that an admin was told is saved has one entry', edits, (edit) => {
      const times = described.filter((description) => description === edit).length;
      return times !== 1 && `"${edit}" has ${times} entries`;
    }),
    checkEach('every follower saw each entry once and in order', followers, ({ seen }) => {
      const wrong = seen.findIndex((seq, n) => seq !== n + 1);
      if (wrong !== -1) return `entry ${seen[wrong]} came where ${wrong + 1} belongs`;
      return seen.length !== head && `${seen.length} of ${head} entries`;
    }),
  ];
}
