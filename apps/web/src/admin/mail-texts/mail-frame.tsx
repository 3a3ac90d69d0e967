import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { emptyMailPath } from '../paths.ts';
import './mail-frame.css';

/**
 * A mail that is being written. It is put into an empty page, which may have styles of its own and no scripts: so it
 * neither loads nor scrolls anew with each word.
 */
export function MailFrame({ html, language }: { html: string; language: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => writeInto(frame.current?.contentDocument, html, language), [html, language]);
  return (
    <iframe
      ref={frame}
      className="mail-frame"
      title={t`The mail`}
      sandbox="allow-same-origin"
      src={emptyMailPath}
      onLoad={({ currentTarget }) => writeInto(currentTarget.contentDocument, html, language)}
    />
  );
}

function writeInto(page: Document | null | undefined, html: string, language: string): void {
  // Before it has loaded, the frame shows a page without styles.
  if (!page || page.location.pathname !== emptyMailPath) return;
  page.documentElement.lang = language;
  page.documentElement.innerHTML = html;
  // They would lead away from the page that is written into.
  for (const link of page.links) link.removeAttribute('href');
}
