import { t } from '@lingui/core/macro';
import { SunMoon } from 'lucide-react';
import { themes, useTheme } from '../../lib/use-theme.ts';
import './theme-switch.css';

/** Light or dark, as a line of the side bar; where that shows icons alone, the native select lies unseen over its icon. */
export function ThemeSwitch() {
  const theme = useTheme();
  return (
    <label className="admin-nav__link theme-switch">
      <SunMoon size="1.125rem" aria-hidden="true" />
      <span className="admin-nav__word">{t`Theme`}</span>
      <select
        className="theme-switch__native"
        value={theme}
        onChange={(event) => {
          // Found among the options, since the DOM types it as a string.
          const chosen = themes.find(({ value }) => value === event.target.value);
          if (chosen) window.chooseTheme?.(chosen.value);
        }}
      >
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {t(label)}
          </option>
        ))}
      </select>
    </label>
  );
}
