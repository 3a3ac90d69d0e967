import { Chip } from '@lantern/ui/chip';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { apiError, longQuery, messageOf, useTRPC } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { MailFrame } from './mail-frame.tsx';
import type { MailWords } from './use-mail-text-form.ts';
import './text-preview.css';

const TYPING_PAUSE_MS = 300;

interface TextPreviewProps {
  kind: string;
  language: string;
  words: MailWords['defaults'];
}

/** What a mail would say in the words that are being typed; while these make no mail, what the last ones said. */
export function TextPreview({ kind, language, words }: TextPreviewProps) {
  const { subject, title, text } = words;
  const typed = useMemo(() => ({ kind, language, subject, title, text }), [kind, language, subject, title, text]);
  const settled = useDebounced(typed, TYPING_PAUSE_MS);
  const { data, error } = useQuery(
    useTRPC().admin.mail.previewText.queryOptions(settled, { ...longQuery, placeholderData: keepPreviousData }),
  );
  const last = useRef(data);
  useEffect(() => {
    if (data) last.current = data;
  }, [data]);
  const shown = data ?? last.current;
  const line = shown?.subject;
  const [asText, setAsText] = useState(false);
  return (
    <div className="text-preview">
      <Panel
        title={t`Preview`}
        actions={
          <div className="text-preview__forms">
            <Chip pressed={!asText} onPress={() => setAsText(false)}>
              {t`Designed`}
            </Chip>
            <Chip pressed={asText} onPress={() => setAsText(true)}>
              {t`Plain text`}
            </Chip>
          </div>
        }
      >
        <p className="text-preview__problem" role="status">
          {error && problemOf(error)}
        </p>
        {shown ? (
          <>
            <p className="text-preview__subject">
              <Trans>
                <span className="muted">Subject:</span> <bdi lang={language}>{line}</bdi>
              </Trans>
            </p>
            {asText ? (
              <pre className="text-preview__text" lang={language}>
                {shown.text}
              </pre>
            ) : (
              <MailFrame html={shown.html} language={language} />
            )}
          </>
        ) : (
          !error && <SkeletonBox height={480} />
        )}
      </Panel>
    </div>
  );
}

/** Why there is no newer preview. */
function problemOf(error: unknown): string {
  const [first] = Object.values(apiError(error)?.fieldErrors ?? {}).flat();
  return t`No preview: ${{ problem: first ?? messageOf(error) }}`;
}
