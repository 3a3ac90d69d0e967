import { useEffect, useState } from 'react';

/**
 * Screen readers announce the title of a newly loaded document. Here the document stays the same, so a live region
 * announces it.
 */
export function TitleAnnouncer() {
  const [title, setTitle] = useState('');
  useEffect(() => {
    const observer = new MutationObserver(() => setTitle(document.title));
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {title}
    </p>
  );
}
