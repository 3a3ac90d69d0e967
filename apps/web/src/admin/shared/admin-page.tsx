import { cx } from '@lantern/ui/cx';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { useTitle } from '../../page/use-title.ts';
import { DenseSwitch } from './dense-switch.tsx';
import './admin-page.css';

/*
 * Shared by all pages of the admin area:
 *
 *   admin-page      AdminPage: title (also the tab's), actions and the link back. FilterBar: filters on one line
 *   use-url-state   useUrlState(['q', 'status']): filters kept in the URL
 *   search-filter   SearchFilter: a search field that writes to the URL when typing pauses
 *   list-table      keysetPaging for infiniteQueryOptions, itemsOf(list), and ListTable: an infinite query as a table
 *                   with its loading, error, empty and no-result states and "Show more"
 *   leave-guard     LeaveGuard: asks before unsaved changes are lost
 *   conflicts       hasReason(error, 'version_conflict'): why the server refused
 *   labelled        labelled(choices): the choices of a select, their labels in the language of the page
 *   back-link       BackLink: the link back to the list
 *   use-saved-toast useSavedToast: "saved", with Undo where the log allows it
 *
 * and from packages/ui: Chip (a filter on or off), ChipSelect (one of several), SearchField, SaveBar, SaveNote,
 * DataTable, StatusLabel, Tag, ConfirmDialog, Panel, useToast.
 */

interface AdminPageProps {
  title: string;
  /** Shown instead of the title, when it is more than text. */
  heading?: ReactNode;
  /** To the right of the title. */
  actions?: ReactNode;
  /** It shows a list, whose rows can be made lower. */
  list?: boolean;
  /** Above the title: the link back to the list. */
  above?: ReactNode;
  children: ReactNode;
}

/** A page with its title. */
export function AdminPage({ title, heading = title, actions, list = false, above, children }: AdminPageProps) {
  useTitle(t`${title} · Admin`);
  return (
    <div>
      {above}
      <div className="admin-page__head">
        <h1>{heading}</h1>
        {(actions || list) && (
          <div className="admin-page__actions">
            {list && <DenseSwitch />}
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

interface FilterBarProps {
  /** For a second bar on the same page. */
  label?: string;
  /** For many filters of one kind: on a phone they stay on one line that scrolls sideways. */
  oneLine?: boolean;
  children: ReactNode;
}

/** Filters side by side above a list. */
export function FilterBar({ label = t`Filters`, oneLine = false, children }: FilterBarProps) {
  return (
    <section className={cx('admin-page__filters', oneLine && 'admin-page__filters--one-line')} aria-label={label}>
      {children}
    </section>
  );
}
