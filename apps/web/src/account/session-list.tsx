import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { Moment, MomentDay } from '@lantern/ui/moment';
import { Tag } from '@lantern/ui/tag';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Globe, Monitor, Smartphone, Tablet } from 'lucide-react';
import { useEffect, useRef } from 'react';
import './session-list.css';

type SessionView = RouterOutputs['account']['sessions']['list'][number];

interface SessionListProps {
  sessions: SessionView[];
  /** Logs out there. */
  onEnd: (id: string) => void;
  /** The id of what is being ended. */
  ending?: string;
}

const icons = { desktop: Monitor, phone: Smartphone, tablet: Tablet };

/** Where an account is logged in, each with a button that ends it, except where it is read. */
export function SessionList({ sessions, onEnd, ending }: SessionListProps) {
  const list = useFocusOfGone(sessions.length);
  return (
    <ul className="session-list" ref={list} tabIndex={-1} aria-label={t`Sessions`}>
      {sessions.map(({ id, current, createdAt, usedAt, ...session }) => {
        const Icon = session.device ? icons[session.device] : Globe;
        const device = deviceName(session);
        return (
          <li key={id} className="session-list__row">
            <Icon aria-hidden="true" />
            <div className="session-list__what">
              <span className="session-list__device">
                <bdi>{device}</bdi>
                {current && <Tag>{t`This device`}</Tag>}
              </span>
              <div className="session-list__used">
                {createdAt && (
                  <span>
                    <Trans>
                      Logged in on <MomentDay at={createdAt} />
                    </Trans>
                    {usedAt && !current && ' · '}
                  </span>
                )}
                {usedAt && !current && (
                  <span>
                    <Trans>
                      last used <Moment at={usedAt} />
                    </Trans>
                  </span>
                )}
              </div>
            </div>
            {!current && (
              <Button
                size="small"
                aria-label={t`Log out ${device}`}
                onClick={() => onEnd(id)}
                loading={ending === id}
              >{t`Log out`}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The list, which takes the focus of a button that has gone with its row: from the top of the page nobody would find back. */
function useFocusOfGone(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) list.current?.focus();
    before.current = count;
  }, [count]);
  return list;
}

function deviceName({ browser, system }: Pick<SessionView, 'browser' | 'system'>): string {
  if (browser && system) return t`${browser} on ${system}`;
  return browser ?? system ?? t`Unknown device`;
}
