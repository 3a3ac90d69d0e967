import { Button } from '@lantern/ui/button';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { MailWords } from './use-mail-text-form.ts';
import './placeholder-chips.css';

interface PlaceholderChipsProps {
  placeholders: MailWords['placeholders'];
  onInsert: (name: string) => void;
}

/** The placeholders of a mail, with examples. A press inserts one at the caret. */
export function PlaceholderChips({ placeholders, onInsert }: PlaceholderChipsProps) {
  if (placeholders.length === 0) return null;
  return (
    <div>
      <p className="placeholder-chips__intro">
        {t`These stand for something else in each mail. Press one to insert it where you are typing.`}
      </p>
      <ul className="placeholder-chips__list" aria-label={t`Placeholders`}>
        {placeholders.map(({ name, example }) => (
          <li key={name} className="placeholder-chips__item">
            <Button
              size="small"
              aria-label={t`Insert ${{ placeholder: `{${name}}` }}`}
              onClick={() => onInsert(name)}
            >{`{${name}}`}</Button>
            <span className="placeholder-chips__example">
              <Trans>
                such as <bdi>{example}</bdi>
              </Trans>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
