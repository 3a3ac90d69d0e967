import { Anchor } from './anchor.tsx';
import './logo.css';

/** The shop's sign. */
export function Logo() {
  return (
    <Anchor href="/" className="logo" aria-label="Lantern, home">
      <svg viewBox="0 0 24 28" width="24" height="28" aria-hidden="true">
        <path d="M9 1h6v3H9zM9 24h6v3H9z" fill="#1d1b18" />
        <rect x="3" y="4" width="18" height="20" rx="8" fill="#e2553d" />
        <path d="M12 4v20M7.5 5.5v17M16.500 5.500v17" stroke="#fbd38a" strokeWidth="1.600" />
      </svg>
      Lantern
    </Anchor>
  );
}
