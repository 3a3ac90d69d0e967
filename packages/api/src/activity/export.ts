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

function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * One cell. A spreadsheet interprets text that begins with = + - @ (also full-width, or after a tab or
 * carriage return) as a formula: a leading quote keeps it text. See OWASP, "CSV Injection".
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^\s*[=+\-@＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
