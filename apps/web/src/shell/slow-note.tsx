import { t } from '@lingui/core/macro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useHref, useLocation, useNavigate, useNavigation } from 'react-router';
import { cancelSlow, isSlow, onSlowness, retrySlow, SLOW_AFTER_MS } from '../lib/slow-requests.ts';
import '@lantern/ui/toast.css';
import './slow-note.css';

const LOOK_MS = 1000;

/** Says that the server is slow to answer, and offers to retry or cancel. */
export function SlowNote() {
  const slow = useSyncExternalStore(onSlowness, isSlow, isSlow);
  const { location: wanted } = useNavigation();
  const way = useHref(wanted ?? '');
  const page = useLocation();
  const navigate = useNavigate();
  const stuck = useStuck(wanted?.key);

  function again() {
    retrySlow();
    // A page's code that is being downloaded can't be requested twice: only the browser can start over.
    if (stuck) window.location.assign(way);
  }
  function cancel() {
    cancelSlow();
    if (stuck) void navigate(page, { replace: true, preventScrollReset: true });
  }
  return slow || stuck ? <Note onAgain={again} onCancel={cancel} /> : null;
}

/** While even the first page is loading; there is nothing to go back to. */
export function SlowStart() {
  const stuck = useStuck('start');
  return stuck ? <Note onAgain={() => window.location.reload()} /> : null;
}

/** True once `what` has been loading for too long; undefined if nothing is. */
function useStuck(what: string | undefined): boolean {
  const [stuck, setStuck] = useState<string>();
  useEffect(() => {
    const timer = what && setTimeout(() => setStuck(what), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return what !== undefined && stuck === what;
}

function Note({ onAgain, onCancel }: { onAgain: () => void; onCancel?: () => void }) {
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((times) => times + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  // An open dialog makes the rest of the page inert, so the note goes inside it.
  const host = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  return createPortal(
    <div className="toast slow-note" role="alert">
      <p className="toast__text">{t`This is taking longer than usual.`}</p>
      <button type="button" className="toast__action" onClick={onAgain}>
        {t`Try again`}
      </button>
      {onCancel && (
        <button type="button" className="toast__action" onClick={onCancel}>
          {t`Cancel`}
        </button>
      )}
    </div>,
    host,
  );
}
