import { cx } from '../cx/cx.tsx';
import './logo.css';

interface LogoProps {
  /** `light` for dark ground. */
  tone?: 'ink' | 'light';
  /** The lantern without its name. */
  mark?: boolean;
}

/** The lantern and its name; not a link itself. */
export function Logo({ tone = 'ink', mark = false }: LogoProps) {
  return (
    <span className={cx('logo', tone === 'light' && 'logo--light')}>
      <svg viewBox="0 0 32 36" width="1.75rem" height="2rem" role="img" aria-hidden={!mark}>
        <title>Lantern</title>
        <path className="logo__frame" d="M11 7a5 5 0 0 1 10 0" fill="none" strokeWidth="2" />
        <rect className="logo__cap" x="9.5" y="6.6" width="13" height="3.6" rx="1.6" />
        <path className="logo__paper" d="M10.5 10.2h11c4 2.6 6 6 6 9.6s-2 7-6 9.6h-11c-4-2.6-6-6-6-9.6s2-7 6-9.6z" />
        <path className="logo__flame" d="M16 13.4c3 3 4.4 5.2 4.4 7.5a4.4 4.4 0 0 1-8.8 0c0-2.3 1.4-4.5 4.4-7.5z" />
        <path className="logo__heart" d="M16 19c1.3 1.4 2 2.4 2 3.4a2 2 0 0 1-4 0c0-1 .7-2 2-3.4z" />
        <rect className="logo__cap" x="9.5" y="28.6" width="13" height="3.6" rx="1.6" />
      </svg>
      {!mark && <span className="logo__word">Lantern</span>}
    </span>
  );
}
