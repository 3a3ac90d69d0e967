import type { RouterOutputs } from '@lantern/api/types';
import { Chip } from '@lantern/ui/chip';
import { Panel } from '@lantern/ui/panel';
import { t } from '@lingui/core/macro';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { mailHtmlPath } from '../paths.ts';

export type AdminMail = RouterOutputs['admin']['mail']['preview'];

/** What a mail says, as HTML or as plain text. */
export function MailPreview({ mail: { id, isPrivate, text, attachments } }: { mail: AdminMail }) {
  const [asText, setAsText] = useState(false);
  if (isPrivate) {
    return (
      <Panel title={t`Preview`}>
        {t`This mail had a link for its recipient alone, so it isn't shown and can't be sent again. The recipient can ask for another one.`}
      </Panel>
    );
  }
  const actions = (
    <div className="mail-page__forms">
      <Chip pressed={!asText} onPress={() => setAsText(false)}>
        {t`Designed`}
      </Chip>
      <Chip pressed={asText} onPress={() => setAsText(true)}>
        {t`Plain text`}
      </Chip>
    </div>
  );
  return (
    <Panel title={t`Preview`} actions={actions}>
      {asText ? (
        <pre className="mail-page__text">{text}</pre>
      ) : (
        // A page of its own, which may have styles of its own, and nothing else.
        <iframe className="mail-page__frame" title={t`The mail`} sandbox="" src={mailHtmlPath(id)} />
      )}
      {attachments.length > 0 && (
        <ul className="mail-page__files">
          {attachments.map(({ name, url }) => (
            <li key={name}>
              <a href={url} download>
                <Paperclip aria-hidden="true" /> {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
