import { Anchor } from '@lantern/ui/anchor';
import { cx } from '@lantern/ui/cx';
import { Logo } from '@lantern/ui/logo';
import { Wrap } from '@lantern/ui/page';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { LayoutDashboard, ShoppingBag, User } from 'lucide-react';
import { useMe } from '../auth/use-me.ts';
import { useCartCount } from '../cart/use-cart-count.ts';
import { useTRPC } from '../lib/trpc.ts';
import { CategoryNav } from './category-nav.tsx';
import { HeaderSearch } from './header-search.tsx';
import { useScrollsDown } from './use-scrolls-down.ts';
import './site-header.css';

/** Logo, search, account and cart, with the categories below. */
export function Header() {
  const { data: categories = [] } = useQuery(useTRPC().catalog.categories.queryOptions());
  return (
    <>
      <header className={cx('site-header', useScrollsDown() && 'site-header--low')}>
        <Wrap className="site-header__bar">
          <Anchor href="/" className="site-header__home" aria-label={t`Lantern, home`}>
            <Logo />
          </Anchor>
          <div className="site-header__search">
            <HeaderSearch productCount={categories.reduce((sum, { productCount }) => sum + productCount, 0)} />
          </div>
          <nav className="site-header__links" aria-label={t`Account and cart`}>
            <AdminLink />
            <AccountLink />
            <CartLink />
          </nav>
        </Wrap>
      </header>
      <CategoryNav categories={categories} />
    </>
  );
}

function AdminLink() {
  const { data: user } = useMe();
  if (user?.role !== 'admin') return null;
  return (
    <Anchor href="/admin" className="site-header__link">
      <LayoutDashboard size="1.25rem" aria-hidden="true" />
      <span className="site-header__word">{t`Admin`}</span>
    </Anchor>
  );
}

function AccountLink() {
  const { data: user } = useMe();
  const name = user?.name.split(' ')[0];
  return (
    <Anchor href={user ? '/account' : '/login'} className="site-header__link">
      <User size="1.25rem" aria-hidden="true" />
      <span className="site-header__word">
        {user ? (
          <Trans>
            <span className="visually-hidden">Account of </span>
            {name}
          </Trans>
        ) : (
          t`Log in`
        )}
      </span>
    </Anchor>
  );
}

function CartLink() {
  const count = useCartCount();
  return (
    <Anchor
      href="/cart"
      className="site-header__link"
      aria-label={t`Cart, ${plural(count, { one: '# item', other: '# items' })}`}
    >
      <ShoppingBag size="1.25rem" aria-hidden="true" />
      <span className="site-header__word">{t`Cart`}</span>
      {count > 0 && <span className="site-header__count num">{count}</span>}
    </Anchor>
  );
}
