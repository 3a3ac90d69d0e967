import { resolve } from 'node:path';
import { MediaStoreError } from '@lantern/api/images/store/media-store';
import { ShopError } from '@lantern/api/shared/shop-error';
import { DatabaseUrlError } from '@lantern/db/database';
import { failureKindOf } from '@lantern/db/dialect/failure';
import { fileErrorReason } from '@lantern/db/folder';
import { SchemaError } from '@lantern/db/migrate';
import { TransferError } from '@lantern/db/transfer/load';
import { ConfigError } from '../config.ts';
import { BackupError } from './backup-error.ts';
import type { CheckedStore } from './check-store.ts';

const expected = [BackupError, TransferError, SchemaError, ConfigError, MediaStoreError];

/** Runs a command; a failure that the operator can do something about is one sentence, and the exit code is 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (expected.some((kind) => error instanceof kind) || isUsage(error)) return error.message;
  if (error instanceof DatabaseUrlError) return `DATABASE_URL cannot be used: ${error.message}`;
  if (error instanceof ShopError && error.reason === 'images_unavailable') return unreachable(error);
  if (failureKindOf(error)) return `The database cannot be used: ${error.message}.`;
  const why = 'path' in error ? fileErrorReason(error) : null;
  return why && 'path' in error ? `${String(error.path)} cannot be used: ${why}.` : null;
}

function unreachable({ cause }: ShopError): string {
  return `The images cannot be reached: ${cause instanceof Error ? cause.message || cause.name : 'no answer'}.`;
}

/** Of `parseArgs`. */
function isUsage(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** A path as the operator means it: npm changes to the folder of the repository. */
export function givenPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

/** Says what the new store is like; the exit code is 1 if its log is broken or its books do not balance. */
export function reportStore({ log, differences }: CheckedStore): void {
  console.log(
    log.ok
      ? `  The activity log is verified: ${log.checked} entries.`
      : `  The activity log is broken at entry ${log.firstBroken}, as it was before.`,
  );
  const wrong = `The books have ${differences} differences, as they had before: npm run doctor names them.`;
  console.log(`  ${differences === 0 ? 'The books balance.' : wrong}`);
  if (!log.ok || differences > 0) process.exitCode = 1;
}
