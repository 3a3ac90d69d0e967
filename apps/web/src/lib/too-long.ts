import { normalizeLines } from '@lantern/text/normalize';
import { formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';

/**
 * The error for a text with too many characters, counted as the server counts them; undefined if it fits. Shown by
 * fields instead of `maxLength`, which silently cuts off pasted text.
 */
export function tooLong(text: string, most: number): string | undefined {
  const over = [...normalizeLines(text)].length - most;
  if (over <= 0) return undefined;
  return t`Use at most ${{ most: formatNumber(most) }} characters: this is ${{ over: formatNumber(over) }} too many.`;
}
