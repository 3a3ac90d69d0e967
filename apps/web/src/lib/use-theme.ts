import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useSyncExternalStore } from 'react';
import type { Theme } from '../early/theme.ts';

/** What can be chosen, in the order in which it is offered. */
export const themes: readonly { value: Theme; label: MessageDescriptor }[] = [
  { value: 'system', label: msg`System` },
  { value: 'light', label: msg({ message: 'Light', context: 'theme' }) },
  { value: 'dark', label: msg({ message: 'Dark', context: 'theme' }) },
];

/** The theme that was chosen in this browser; the system's while a page is as it came from the server. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosen, () => 'system');
}

function subscribe(onChoice: () => void): () => void {
  addEventListener('themechosen', onChoice);
  return () => removeEventListener('themechosen', onChoice);
}

function chosen(): Theme {
  const { theme } = document.documentElement.dataset;
  return themes.find(({ value }) => value === theme)?.value ?? 'system';
}
