import { auditedOptions } from '@lantern/db/base/audited';
import type { AuditedRow } from '@lantern/db/base/audited-model';
import { TransactionScope } from '@lantern/db/transaction';
import type { Finding } from './difference.ts';

/** Logs that the store itself has put figures of an entity right, in the transaction that does so. */
export function logRepair(row: AuditedRow, findings: Pick<Finding, 'what' | 'expected' | 'found'>[]): void {
  TransactionScope.current()?.recorder.note({
    action: `${auditedOptions(row.constructor).entity}.repair`,
    row,
    changes: findings.map(({ what, expected, found }) => ({ field: what, before: found, after: expected })),
  });
}
