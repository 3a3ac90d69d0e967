import { endingStart } from '@lantern/db/base/name-endings';
import { NameEnding } from '@lantern/db/models/name-ending';
import { User } from '@lantern/db/models/user';
import { Op, type WhereOptions } from '@lantern/db/query';
import { foldText } from '@lantern/text/fold';
import { beginsWith, contains, emailBeginsWith } from '../../shared/text-search.ts';

/** With more matches than this, a list that is read from its newest row has filled a page soon. */
const MANY = 1000;

/** The users whose email begins with `q`, or whose name contains it. */
export function usersMatching(q: string): WhereOptions<User> {
  return { [Op.or]: [{ email: emailBeginsWith(q) }, contains('User.nameKey', foldText(q))] };
}

/** The ids of these users; null if there are more than 1,000. Reads only them, from two indexes. */
export async function userIdsMatching(q: string): Promise<number[] | null> {
  const [byEmail, byName] = await Promise.all([
    User.findAll({ where: { email: emailBeginsWith(q) }, attributes: ['id'], limit: MANY + 1, raw: true }),
    NameEnding.findAll({
      attributes: ['userId'],
      limit: MANY + 1,
      raw: true,
      where: { ending: beginsWith(endingStart(foldText(q))) },
    }),
  ]);
  if (byEmail.length > MANY || byName.length > MANY) return null;
  return [...new Set([...byEmail.map(({ id }) => id), ...byName.map(({ userId }) => userId)])];
}
