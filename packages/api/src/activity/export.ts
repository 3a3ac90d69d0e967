import { stringify } from 'csv-stringify/sync';
import type { ActivityFilters } from './filters.ts';
import { exportActivity } from './service.ts';
import type { ActivityView } from './view.ts';

export type ExportFormat = 'csv' | 'jsonl';

const COLUMNS = ['seq', 'at', 'actor', 'action', 'entity', 'id', 'label', 'changes', 'request', 'address'];

/** Without it, spreadsheets assume the local legacy encoding instead of UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The log as lines of a file, newest first: CSV (RFC 4180) or one JSON object per line. */
export async function* exportLines(format: ExportFormat, filters: ActivityFilters): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for await (const entry of exportActivity(filters)) {
    yield format === 'csv' ? csvLine(cellsOf(entry)) : `${JSON.stringify(entry)}\n`;
  }
}

function cellsOf({ seq, at, actor, action, entity, ...entry }: ActivityView): (string | number | null)[] {
  const changes = entry.changes
    .map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`)
    .join('; ');
  return [seq, at, actor.email, action, entity.type, entity.id, entity.label, changes, entry.requestId, entry.ip];
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
