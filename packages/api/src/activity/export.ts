import type { ActivityFilters } from './filters.ts';
import { exportActivity } from './service.ts';
import type { ActivityView } from './view.ts';

export type ExportFormat = 'csv' | 'jsonl';

const COLUMNS = ['seq', 'at', 'actor', 'action', 'entity', 'id', 'label', 'changes', 'request', 'address'];

/** Spreadsheets take a file without it for one in the alphabet of the country. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The log as a file, line by line, newest first: CSV (RFC 4180) or one JSON object a line. */
export async function* exportLines(format: ExportFormat, filters: ActivityFilters): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for await (const entry of exportActivity(filters)) {
    yield format === 'csv' ? csvLine(cellsOf(entry)) : `${JSON.stringify(entry)}\n`;
  }
}

function cellsOf({ seq, at, actor, action, entity, changes, requestId, ip }: ActivityView): (string | number | null)[] {
  const told = changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('; ');
  return [seq, at, actor.email, action, entity.type, entity.id, entity.label, told, requestId, ip];
}

function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * One cell. A spreadsheet takes text that begins with = + - @ (wide ones as well, or with a tab or
 * return before them) for a formula: a quote in front keeps it text. See OWASP, "CSV Injection".
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^\s*[=+\-@＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
