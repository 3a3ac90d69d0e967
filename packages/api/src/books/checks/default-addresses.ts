import { Address } from '@lantern/db/models/address';
import { User } from '@lantern/db/models/user';
import { byRow } from '../by-row.ts';
import { idsIn } from '../difference.ts';
import { logRepair } from '../log-repair.ts';

/** That whoever has saved addresses has one of them as their default, marked with their own id. */
export const defaultAddresses = byRow({
  name: 'default-addresses',
  table: 'users',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT userId AS id FROM saved_addresses WHERE userId > :after AND userId <= :through GROUP BY userId
       HAVING SUM(CASE WHEN defaultOf = userId THEN 1 ELSE 0 END) <> 1
         OR SUM(CASE WHEN defaultOf <> userId THEN 1 ELSE 0 END) > 0 ORDER BY userId`,
      range,
    ),
  async examine(_, id) {
    // Whoever changes an address book locks its user first.
    const user = await User.findByPk(id, { lock: true, raw: true });
    const book = await bookOf(id);
    const expected = defaultIn(book, id);
    const marked = book.filter(({ defaultOf }) => defaultOf !== null);
    if (!user || !expected || (marked.length === 1 && marked[0]?.defaultOf === id)) return [];
    const found = marked.length === 0 ? null : marked.map((address) => address.id).join(', ');
    return [{ what: 'defaultAddress', where: `user ${id}`, expected: expected.id, found, advice: null }];
  },
  async mend(_, userId, findings) {
    const book = await bookOf(userId);
    const chosen = defaultIn(book, userId);
    await Address.update({ defaultOf: null }, { where: { userId } });
    if (chosen) await Address.update({ defaultOf: userId }, { where: { id: chosen.id } });
    logRepair(await User.findByPk(userId, { rejectOnEmpty: true }), findings);
  },
});

function bookOf(userId: number): Promise<Address[]> {
  return Address.findAll({ where: { userId }, order: ['id'], raw: true });
}

/** Without one, the oldest takes its place, as when the default is removed. */
function defaultIn(book: Address[], userId: number): Address | undefined {
  return book.find(({ defaultOf }) => defaultOf === userId) ?? book[0];
}
