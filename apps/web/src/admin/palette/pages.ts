import { foldText } from '@lantern/text/fold';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { type LucideIcon, PencilLine, Plus } from 'lucide-react';
import { adminMailTextsPath, adminProductPath } from '../paths.ts';
import { sectionGroups } from '../sections.ts';

interface AdminPageLink {
  to: string;
  label: MessageDescriptor;
  Icon: LucideIcon;
}

const pages: AdminPageLink[] = [
  ...sectionGroups.flatMap(({ sections }) => sections),
  { to: adminProductPath('new'), label: msg`New product`, Icon: Plus },
  { to: adminMailTextsPath, label: msg`Texts of mails`, Icon: PencilLine },
];

/** The pages of the admin area that have a word for each typed one; all of them if nothing is typed. */
export function pagesMatching(typed: string): AdminPageLink[] {
  const starts = foldText(typed).split(/\s+/).filter(Boolean);
  return pages.filter(({ label }) => {
    const words = foldText(t(label)).split(/\s+/);
    return starts.every((start) => words.some((word) => word.startsWith(start)));
  });
}
