import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import './error-state.css';

interface ErrorStateProps {
  title?: string;
  text?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** The reference that support can look up in the logs. */
  requestId?: string;
  /** More actions beside "Try again". */
  action?: ReactNode;
  /** It is the whole page, so its title is the h1. */
  page?: boolean;
}

/** Something could not be loaded: what happened, what to do, and the reference to quote. */
export function ErrorState(props: ErrorStateProps) {
  const { title = t`Something went wrong`, onRetry, retrying = false, requestId, action, page = false } = props;
  const { text = t`The store could not be reached. Nothing you entered is lost.` } = props;

  const Title = page ? 'h1' : 'h2';

  return (
    <div role="alert" className="ui error message error-state">
      <span className="error-state__icon">
        <CloudOff size="1.875rem" strokeWidth={1.6} aria-hidden="true" />
      </span>
      <Title className="header error-state__title">{title}</Title>
      <p className="error-state__text">{text}</p>
      <div className="error-state__action">
        {onRetry && (
          <Button variant="primary" onClick={onRetry} loading={retrying}>
            {t`Try again`}
          </Button>
        )}
        {action}
      </div>
      {requestId && (
        <p className="error-state__id">
          <Trans>
            Reference <code>{requestId}</code>
          </Trans>
        </p>
      )}
    </div>
  );
}
