import type { ReactNode } from 'react';
import { Feed } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './live-feed.css';

/** The newest events of something that goes on, newest first. */
export function LiveFeed({ children }: { children: ReactNode }) {
  return (
    <Feed as="ul" className="live-feed">
      {children}
    </Feed>
  );
}

interface LiveFeedEventProps {
  /** What it is about, small. */
  picture?: ReactNode;
  /** What happened. */
  summary: ReactNode;
  /** Who did it, and when. */
  meta: ReactNode;
  /** It has just arrived. */
  fresh?: boolean;
}

/** One event of a LiveFeed. */
export function LiveFeedEvent({ picture, summary, meta, fresh = false }: LiveFeedEventProps) {
  return (
    <Feed.Event as="li" className={cx('live-feed__event', fresh && 'live-feed__event--fresh')}>
      {picture}
      <Feed.Content className="live-feed__content">
        <Feed.Summary className="live-feed__summary">{summary}</Feed.Summary>
        <Feed.Meta className="live-feed__meta">{meta}</Feed.Meta>
      </Feed.Content>
    </Feed.Event>
  );
}
