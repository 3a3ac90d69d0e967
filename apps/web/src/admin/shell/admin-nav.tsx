import { Anchor } from '@lantern/ui/anchor';
import { cx } from '@lantern/ui/cx';
import { useDisclosure } from '@lantern/ui/disclosure';
import { Logo } from '@lantern/ui/logo';
import { t } from '@lingui/core/macro';
import { ChevronUp, LogOut, Menu, Store } from 'lucide-react';
import { useId } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useLogout } from '../../auth/use-logout.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { adminPath } from '../paths.ts';
import { sectionGroups, sectionOf } from '../sections.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import './admin-nav.css';
import './admin-menu.css';

/** The dark bar at the side; on a phone, a menu at the bottom, and leaving the admin area is at the top. */
export function AdminNav() {
  const { mutate: logOut, isPending } = useLogout();
  return (
    <div className="admin-nav">
      <header className="admin-nav__top">
        <Anchor href={adminPath} className="admin-nav__home" aria-label={t`Lantern, admin`}>
          <Logo tone="light" />
        </Anchor>
        <PaletteButton />
        <div className="admin-nav__ways-out">
          <ThemeSwitch />
          <Anchor href="/" className="admin-nav__link">
            <Store size="1.125rem" aria-hidden="true" />
            <span className="admin-nav__word">{t`Store`}</span>
          </Anchor>
          <button type="button" className="admin-nav__link" onClick={() => logOut()} disabled={isPending}>
            <LogOut size="1.125rem" aria-hidden="true" />
            <span className="admin-nav__word">{t`Log out`}</span>
          </button>
        </div>
      </header>
      <Sections />
    </div>
  );
}

/** All sections; on a phone, under a button that says where one is. */
function Sections() {
  const { open, toggle, close, boxProps } = useDisclosure();
  const id = useId();
  const current = sectionOf(useLocation().pathname);
  return (
    <div className="admin-menu" {...boxProps}>
      <button type="button" className="admin-menu__button" aria-expanded={open} aria-controls={id} onClick={toggle}>
        <Menu size="1.25rem" aria-hidden="true" />
        {t`Menu`}
        <span className="admin-menu__current">{current && t(current.label)}</span>
        <ChevronUp size="1.25rem" aria-hidden="true" className="admin-menu__arrow" />
      </button>
      <nav id={id} className={cx('admin-nav__sections', open && 'admin-nav__sections--open')} aria-label={t`Admin`}>
        {sectionGroups.map(({ key, title, sections }) => (
          <div key={key} className="admin-nav__group">
            <p className="admin-nav__title" id={`${id}-${key}`}>
              {t(title)}
            </p>
            <ul className="admin-nav__list" aria-labelledby={`${id}-${key}`}>
              {sections.map(({ to, label, Icon }) => (
                <li key={to}>
                  <NavLink
                    to={to}
                    end={to === adminPath}
                    className="admin-nav__link"
                    onClick={open ? close : undefined}
                  >
                    <Icon size="1.125rem" aria-hidden="true" />
                    <span className="admin-nav__word">{t(label)}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  );
}
