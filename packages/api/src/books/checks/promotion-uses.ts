import type { Database } from '@lantern/db/database';
import { Promotion } from '@lantern/db/models/promotion';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { Op } from '@lantern/db/query';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { logRepair } from '../log-repair.ts';

/** Uses of orders that came to nothing, which should have been given back. */
const LOST =
  "SELECT u.id FROM promotion_uses u JOIN orders o ON o.id = u.orderId AND o.status IN ('payment_failed', 'cancelled')";

/** How often a promotion was used, against the orders that use it. */
export const promotionUses = byRow({
  name: 'promotion-uses',
  table: 'promotions',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT p.id AS id FROM promotions p WHERE p.id > :after AND p.id <= :through AND (
         p.used <> (SELECT COUNT(*) FROM promotion_uses u WHERE u.promotionId = p.id)
         OR EXISTS (${LOST} WHERE u.promotionId = p.id)) ORDER BY p.id`,
      range,
    ),
  async examine({ database }, id) {
    // Whoever takes or gives back a use changes this row in the same transaction.
    const promotion = await Promotion.findByPk(id, { lock: true, raw: true });
    if (!promotion) return [];
    const where = `promotion ${promotion.code}`;
    const uses = await PromotionUse.count({ where: { promotionId: id } });
    const lost = await lostUses(database, id);
    const findings: Finding[] = [];
    if (lost.length > 0) {
      findings.push({ what: 'uses', where, expected: uses - lost.length, found: uses, advice: null });
    }
    if (promotion.used !== uses - lost.length) {
      findings.push({ what: 'used', where, expected: uses - lost.length, found: promotion.used, advice: null });
    }
    return findings;
  },
  async mend({ database }, id, findings) {
    await PromotionUse.destroy({ where: { id: { [Op.in]: await lostUses(database, id) } } });
    const used = await PromotionUse.count({ where: { promotionId: id } });
    await Promotion.update({ used }, { where: { id }, silent: true });
    logRepair(await Promotion.findByPk(id, { rejectOnEmpty: true }), findings);
  },
});

async function lostUses(database: Database, id: number): Promise<number[]> {
  const rows = await database.select<{ id: number }>(`${LOST} WHERE u.promotionId = :id`, { id });
  return rows.map((row) => row.id);
}
