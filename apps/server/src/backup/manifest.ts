import { z } from 'zod';

export const MANIFEST = 'manifest.json';
/** Has the checksum of the manifest, which has those of all other files. */
export const MANIFEST_SUM = 'manifest.sha256';

const name = z.string().regex(/^\w+$/);
const count = z.number().int().min(0);

/** A file of the backup, by its path in it. */
const file = z.object({
  path: z
    .string()
    .regex(/^(tables|media)\/[^\\]+$/)
    .refine((path) => !path.split('/').includes('..')),
  bytes: count,
  sha256: z.string(),
});

const table = z.object({
  name,
  columns: z.array(z.object({ name, kind: z.enum(['plain', 'time', 'json']) })),
  key: z.array(name),
  nextId: count.nullable(),
  rows: count,
});

/** What a backup has in it: its `manifest.json`. */
export const manifestSchema = z
  .object({
    format: z.literal(1),
    /** The version of the store that has taken it. */
    version: z.string(),
    /** When it was taken, UTC: it has everything from before that. */
    takenAt: z.iso.datetime(),
    /** Those that its database had been through, oldest first. */
    migrations: z.array(z.string()),
    /** The end of its activity log. */
    log: z.object({ seq: count, hash: z.string() }),
    tables: z.array(table),
    files: z.array(file),
  })
  .refine(({ tables, files }) => tables.every(({ name }) => files.some(({ path }) => path === tablePath(name))));

export type Manifest = z.infer<typeof manifestSchema>;
export type BackupFile = z.infer<typeof file>;

/** Where the rows of a table are, in the backup. */
export function tablePath(table: string): string {
  return `tables/${table}.ndjson.gz`;
}
