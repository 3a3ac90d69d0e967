import { Anchor } from '@lantern/ui/anchor';
import { Logo } from '@lantern/ui/logo';
import { Wrap } from '@lantern/ui/page';
import { Select } from '@lantern/ui/select';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../auth/use-me.ts';
import { categoryPath, pagePath } from '../lib/paths.ts';
import { useTRPC } from '../lib/trpc.ts';
import { useDeliveryTerms } from '../lib/use-delivery.ts';
import { themes, useTheme } from '../lib/use-theme.ts';
import { LanguageSwitch } from './language-switch.tsx';
import './footer.css';

interface FooterLinksProps {
  title: string;
  links: { href: string; label: string }[];
}

function FooterLinks({ title, links }: FooterLinksProps) {
  return (
    <nav aria-label={title}>
      <h2 className="footer__title">{title}</h2>
      <ul className="footer__links">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Anchor href={href}>
              <bdi>{label}</bdi>
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to categories, to what admins have written, and to the user's own pages, with the delivery terms. */
export function Footer() {
  const trpc = useTRPC();
  const { data: categories = [] } = useQuery(trpc.catalog.categories.queryOptions());
  const { data: pages = [] } = useQuery(trpc.pages.list.queryOptions());
  const { data: user } = useMe();
  const terms = useDeliveryTerms();
  const theme = useTheme();
  const own = user
    ? [
        { href: '/account', label: t`Your account` },
        { href: '/orders', label: t`Your orders` },
      ]
    : [
        { href: '/login', label: t`Log in` },
        { href: '/register', label: t`Create an account` },
      ];
  return (
    <footer className="footer">
      <Wrap className="footer__parts">
        <div className="footer__about">
          <Logo />
          <p>{t`Objects for kitchen, desk and trail that earn their place by being used every day.`}</p>
          <p>
            {terms && `${terms.time}: ${terms.price}. `}
            {t`30-day returns.`}
          </p>
        </div>
        <FooterLinks
          title={t`Store`}
          links={[
            { href: '/all', label: t`Everything` },
            ...categories.map(({ slug, name }) => ({ href: categoryPath(slug), label: name })),
          ]}
        />
        {pages.length > 0 && (
          <FooterLinks
            title={t`Help`}
            links={pages.map(({ slug, title }) => ({ href: pagePath(slug), label: title }))}
          />
        )}
        <FooterLinks title={t`You`} links={[...own, { href: '/cart', label: t`Cart` }]} />
      </Wrap>
      <Wrap className="footer__small">
        <p>{t`Lantern is a demonstration store: nothing here can be bought. Images: Fluent Emoji, MIT.`}</p>
        <LanguageSwitch />
        <Select
          label={t`Theme`}
          value={theme}
          options={themes.map(({ value, label }) => ({ value, label: t(label) }))}
          onChange={(chosen) => window.chooseTheme?.(chosen)}
        />
      </Wrap>
    </footer>
  );
}
