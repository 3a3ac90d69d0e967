/*
 * Stands in every page's head, as it is, and imports nothing but types: the page that comes from the server is the same for
 * everyone, and must not be seen in another theme than the one that was chosen here, not even once.
 */
import type { Theme } from './theme.ts';

/** Sets the attribute that the styles go by, and the colour of the browser's own bars. */
function show(chosen: string | null): void {
  const { dataset } = document.documentElement;
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : undefined;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset.theme;
    meta.media = theme ? (theme === own ? 'all' : 'not all') : `(prefers-color-scheme: ${own})`;
  }
  dispatchEvent(new Event('themechosen'));
}

window.chooseTheme = (theme: Theme) => {
  // Browsers can forbid the storage: then it is for this page alone.
  try {
    localStorage.setItem('theme', theme);
  } catch {}
  show(theme);
};

addEventListener('storage', ({ key, newValue }) => {
  if (key === 'theme') show(newValue);
});

try {
  show(localStorage.getItem('theme'));
} catch {}
