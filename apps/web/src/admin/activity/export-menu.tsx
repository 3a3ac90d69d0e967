import type { ActivityFilters } from '@lantern/api/activity/filters';
import { MenuButton } from '@lantern/ui/menu-button';
import { t } from '@lingui/core/macro';
import { Download } from 'lucide-react';
import { exportPath } from './log-filters.ts';

/** Downloads of the filtered log, streamed by the server. */
export function ExportMenu({ filters }: { filters: ActivityFilters }) {
  return (
    <MenuButton label={t`Export`} icon={<Download aria-hidden="true" />}>
      <a href={exportPath('csv', filters)} download>
        {t`CSV, for a spreadsheet`}
      </a>
      <a href={exportPath('jsonl', filters)} download>
        {t`JSON lines, for a program`}
      </a>
    </MenuButton>
  );
}
