import type { ActivityFilters } from '@lantern/api/activity/filters';

/** The URL of a download of the filtered log. */
export function exportPath(format: 'csv' | 'jsonl', filters: ActivityFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `/admin/activity.${format}${query.size > 0 ? `?${query}` : ''}`;
}
