import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useBrowserLayoutEffect } from '../browser-layout-effect/browser-layout-effect.tsx';
import { Button } from '../button/button.tsx';
import './save-bar.css';
import { type ReactNode, type RefObject, useRef } from 'react';

interface SaveBarProps {
  /** There is something to save; otherwise the bar is hidden. */
  dirty: boolean;
  saving?: boolean;
  /** Instead of "Unsaved changes". */
  text?: ReactNode;
  saveLabel?: string;
  /** Left out, the save button submits the form it stands in. */
  onSave?: () => void;
  onDiscard: () => void;
}

/** Stays at the bottom of a page while it has unsaved changes. */
export function SaveBar(props: SaveBarProps) {
  const { dirty, saving = false, text = t`Unsaved changes`, saveLabel = t`Save`, onSave, onDiscard } = props;
  const shown = dirty || saving;
  const bar = useRoomBelow(shown);
  return (
    // Always in the page: a live region that is inserted with its text is not announced.
    <div className="save-bar" role="status">
      {shown && (
        <div className="save-bar__inside" ref={bar}>
          <span className="save-bar__text">{text}</span>
          <Button onClick={onDiscard} disabled={saving}>
            <Trans>Discard</Trans>
          </Button>
          <Button variant="primary" type={onSave ? 'button' : 'submit'} onClick={onSave} loading={saving}>
            {saveLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Publishes the height of the bar as `--save-bar`, and keeps the focused field clear of it. */
function useRoomBelow(shown: boolean): RefObject<HTMLDivElement> {
  const bar = useRef<HTMLDivElement>(null);
  useBrowserLayoutEffect(() => {
    const inside = bar.current;
    if (!shown || !inside) return;
    const page = document.documentElement;
    const measure = () => {
      page.style.setProperty('--save-bar', `${inside.offsetHeight}px`);
      const { activeElement } = document;
      if (activeElement?.matches('input, textarea, select')) activeElement.scrollIntoView({ block: 'nearest' });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(inside);
    measure();
    return () => observer.disconnect();
  }, [shown]);
  return bar;
}
