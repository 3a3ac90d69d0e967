import { Anchor } from '@lantern/ui/anchor';
import { Logo } from '@lantern/ui/logo';
import { Page } from '@lantern/ui/page';
import { useQuery } from '@tanstack/react-query';
import { ShoppingBag, User } from 'lucide-react';
import { NavLink } from 'react-router';
import { categoryPath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { HeaderSearch } from './header-search.tsx';

/** Logo, search, account and cart, and the shelves below them. */
export function Header() {
  const trpc = useTRPC();
  const { data: user } = useQuery(trpc.auth.me.queryOptions());
  const { data: cart } = useQuery(trpc.cart.get.queryOptions());
  const { data: categories = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const count = cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  return (
    <header className="header">
      <Page>
        <div className="header__bar">
          <Logo />
          <HeaderSearch productCount={categories.reduce((sum, { productCount }) => sum + productCount, 0)} />
          <nav aria-label="Account and cart">
            <Anchor href={user ? '/account' : '/login'} aria-label={user ? `Account of ${user.name}` : 'Log in'}>
              <User size={20} aria-hidden="true" />
              <span>{user ? user.name.split(' ')[0] : 'Log in'}</span>
            </Anchor>
            <Anchor href="/cart" aria-label={`Cart, ${count} ${count === 1 ? 'item' : 'items'}`}>
              <ShoppingBag size={20} aria-hidden="true" />
              <span>Cart</span>
              <b className="header__count">{count}</b>
            </Anchor>
          </nav>
        </div>
      </Page>
      <nav className="header__shelves" aria-label="Categories">
        <Page>
          <NavLink to="/all">All</NavLink>
          {categories.map(({ slug, name }) => (
            <NavLink key={slug} to={categoryPath(slug)}>
              {name}
            </NavLink>
          ))}
        </Page>
      </nav>
    </header>
  );
}
