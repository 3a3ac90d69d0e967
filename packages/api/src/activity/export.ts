import { hashedText } from '@lantern/db/activity/chain';
import type { ActivityEntry } from '@lantern/db/models/activity-entry';
import { stringify } from 'csv-stringify/sync';
import type { ActivityFilters } from './filters.ts';
import { type AnchorServices, stateHead } from './send-head.ts';
import { activityHead, exportActivity } from './service.ts';
import { viewEntry } from './view.ts';

export type ExportFormat = 'csv' | 'jsonl';

const SHOWN = ['seq', 'at', 'actor', 'action', 'entity', 'id', 'label', 'changes', 'request', 'address'];
const COLUMNS = [...SHOWN, 'previousHash', 'hash', 'hashed'];

/** Without it, spreadsheets assume the local legacy encoding instead of UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The log as lines of a file, newest first: CSV (RFC 4180) or one JSON object per line, of which the last is the log's
 * head. Each entry has what is hashed of it, so that others can verify the file without the store.
 */
export async function* exportLines(
  services: AnchorServices,
  format: ExportFormat,
  filters: ActivityFilters,
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  const head = await activityHead();
  for await (const entry of exportActivity(filters, head.seq)) {
    yield format === 'csv'
      ? csvLine(cellsOf(entry))
      : `${JSON.stringify({ ...viewEntry(entry), ...proofOf(entry) })}\n`;
  }
  if (format === 'jsonl') yield `${JSON.stringify({ head: stateHead(services, head) })}\n`;
}

function proofOf(entry: ActivityEntry): { previousHash: string; hash: string; hashed: string } {
  return { previousHash: entry.previousHash, hash: entry.hash, hashed: hashedText(entry) };
}

function cellsOf(stored: ActivityEntry): (string | number | null)[] {
  const { seq, at, actor, action, entity, ...entry } = viewEntry(stored);
  const { previousHash, hash, hashed } = proofOf(stored);
  const changes = entry.changes
    .map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`)
    .join('; ');
  const shown = [
    seq,
    at,
    actor.email,
    action,
    entity.type,
    entity.id,
    entity.label,
    changes,
    entry.requestId,
    entry.ip,
  ];
  return [...shown, previousHash, hash, hashed];
}

/** One record with its line break. */
export function csvLine(cells: (string | number | null)[]): string {
  // By default the library quotes only its own record delimiter, not a lone line feed.
  return stringify([cells], { record_delimiter: 'windows', quoted_match: /[\r\n]/, cast: { string: asText } });
}

/**
 * Prevents CSV injection (see OWASP): a spreadsheet reads text that begins with = + - @, also full-width or after
 * whitespace, as a formula; a leading quote keeps it text. The library's own guard misses whitespace.
 */
function asText(value: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
}
