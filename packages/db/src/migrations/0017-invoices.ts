import type { Migration } from './migration.ts';

/** Payments and refunds get documents with numbers. What was paid before this migration gets none. */
export const invoices: Migration = {
  name: '0017-invoices',
  async up({ run, ddl }) {
    // Without foreign keys: checking one would lock an order whose payment is locked, in the opposite order of a refund.
    // An invoice has refund 0, not NULL: a unique index lets NULL repeat.
    await run(`CREATE TABLE invoices (
      id ${ddl.id},
      number VARCHAR(20) NOT NULL,
      year INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      kind VARCHAR(20) NOT NULL,
      orderId INTEGER NOT NULL,
      refundId INTEGER NOT NULL DEFAULT 0,
      issuedAt DATETIME(3) NOT NULL,
      data JSON NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_invoices_number ON invoices (number)');
    await run('CREATE UNIQUE INDEX ux_invoices_year_sequence ON invoices (year, sequence)');
    await run('CREATE UNIQUE INDEX ux_invoices_orderId_kind_refundId ON invoices (orderId, kind, refundId)');
    await run(`CREATE TABLE invoice_counters (
      id ${ddl.id},
      year INTEGER NOT NULL,
      last INTEGER NOT NULL,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL) ${ddl.tableOptions}`);
    await run('CREATE UNIQUE INDEX ux_invoice_counters_year ON invoice_counters (year)');
    await run('ALTER TABLE payments ADD COLUMN invoicing VARCHAR(20)');
    await run('CREATE INDEX ix_payments_invoicing ON payments (invoicing, id)');
  },
};
