import type { Migration } from './migration.ts';

/** The countries of the methods that need a carrier's network: the European Union and its neighbours. */
const europe =
  'AT, BE, BG, CH, CY, CZ, DE, DK, EE, ES, FI, FR, GB, GR, HR, HU, IE, IT, LI, LT, LU, LV, MC, MT, NL, NO, PL, PT, RO, SE, SI, SK';

/** The price of deliveries before this migration stays; the other methods wait for an admin. */
const methods: (string | number | null)[][] = [
  ['standard', 'Standard delivery', 'To your door', 490, 5000, 2, 4, null, 1, 0],
  ['express', 'Express delivery', 'To your door, with priority', 1290, null, 1, 2, europe, 0, 1],
  ['pick-up', 'Pick-up point', 'At a parcel shop near you, kept for 7 days', 490, 5000, 2, 3, europe, 0, 2],
];

/** Ways to deliver an order, which admins edit. */
export const delivery: Migration = {
  name: '0018-delivery',
  async up({ run, select, ddl }) {
    await run(`CREATE TABLE delivery_methods (
      id ${ddl.id},
      code VARCHAR(40) NOT NULL UNIQUE,
      name VARCHAR(60) NOT NULL,
      description VARCHAR(200) NOT NULL,
      priceCents INTEGER NOT NULL CHECK (priceCents >= 0),
      freeFromCents INTEGER NULL CHECK (freeFromCents >= 0),
      minDays INTEGER NOT NULL CHECK (minDays >= 0),
      maxDays INTEGER NOT NULL,
      countries VARCHAR(1000) NULL,
      active TINYINT(1) NOT NULL,
      position INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      createdAt DATETIME(3) NOT NULL,
      updatedAt DATETIME(3) NOT NULL,
      CHECK (minDays <= maxDays)) ${ddl.tableOptions}`);
    await run('ALTER TABLE orders ADD COLUMN deliveryMethod JSON NULL');
    // An interrupted run may have inserted them.
    if ((await select('SELECT id FROM delivery_methods')).length > 0) return;
    const now = new Date().toISOString().replace('T', ' ').slice(0, -1);
    for (const fields of methods) {
      const values = [...fields, now, now];
      await run(
        `INSERT INTO delivery_methods (code, name, description, priceCents, freeFromCents, minDays, maxDays, countries,
          active, position, createdAt, updatedAt)
        VALUES (${values.map((value) => (value === null ? 'NULL' : '?')).join()})`,
        values.filter((value) => value !== null),
      );
    }
  },
};
