import { Page } from '@lantern/ui/page';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { safeNext } from '../lib/paths.ts';
import { useMe } from './use-me.ts';
import './auth-frame.css';

interface AuthFrameProps {
  title: string;
  /** One line about what it is for. */
  intro: string;
  /** A link to the other form. */
  other: ReactNode;
  children: ReactNode;
}

/** A small page in a box, with a link to another one below a line. */
export function AuthCard({ title, intro, other, children }: AuthFrameProps) {
  return (
    <Page width="narrow">
      <div className="auth-frame">
        <h1 className="auth-frame__title">{title}</h1>
        <p className="auth-frame__intro">{intro}</p>
        {children}
        <p className="auth-frame__other">{other}</p>
      </div>
    </Page>
  );
}

/** Where to go after logging in. */
export function useNext(): string {
  const [params] = useSearchParams();
  return safeNext(params.get('next'));
}

/** A small page around a login or registration form. Users who are logged in are redirected. */
export function AuthFrame({ title, intro, other, children }: AuthFrameProps) {
  const { data: me } = useMe();
  const next = useNext();
  // The token of a mailed link comes along in the fragment.
  const { hash } = useLocation();
  if (me) return <Navigate to={`${next}${hash}`} replace />;
  const intros = [intro, next === '/checkout' && t`We'll keep your cart.`];
  return (
    <AuthCard title={title} intro={intros.filter(Boolean).join(' ')} other={other}>
      {children}
    </AuthCard>
  );
}
