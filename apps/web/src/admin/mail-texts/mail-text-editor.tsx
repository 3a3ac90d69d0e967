import { Anchor } from '@lantern/ui/anchor';
import { Button } from '@lantern/ui/button';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { historyPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import { languageNote } from './language-note.ts';
import { mailKindName, mailOccasion } from './mail-kind-words.ts';
import { PlaceholderChips } from './placeholder-chips.tsx';
import { RestorableField } from './restorable-field.tsx';
import { TextPreview } from './text-preview.tsx';
import { type MailText, useMailTextForm, type WordField } from './use-mail-text-form.ts';
import { usePlaceholders } from './use-placeholders.ts';
import './mail-text-editor.css';

const fields = ['subject', 'title', 'text'] as const;

/** Edits the words of the mails of a kind, beside what they look like. */
export function MailTextEditor({ text, above }: { text: MailText; above: JSX.Element }) {
  const { kind, defaults, placeholders } = text;
  const { field, problem, watch, setValue, reset, formState, saving, submit } = useMailTextForm(text);
  const words = { subject: watch('subject'), title: watch('title'), text: watch('text') };
  const change = (one: WordField, value: string) => setValue(one, value, { shouldDirty: true, shouldValidate: true });
  const { insert, box, caret } = usePlaceholders(fields, change);
  const changed = fields.filter((one) => words[one].trim() !== defaults[one]);
  const restorable = (one: WordField, label: string) => ({
    label,
    onRestore: changed.includes(one) ? () => change(one, defaults[one]) : undefined,
  });
  const restoreAll = () => {
    for (const one of changed) change(one, defaults[one]);
  };
  return (
    <AdminPage
      title={mailKindName(text)}
      above={above}
      actions={
        changed.length > 0 && (
          <Button size="small" onClick={restoreAll}>
            {t`Use the store’s words for all`}
          </Button>
        )
      }
    >
      <LeaveGuard dirty={formState.isDirty} text={t`Your changes to this text will be lost.`} />
      <p className="mail-text-editor__intro">
        {mailOccasion(text)} {languageNote()}
      </p>
      <div className="mail-text-editor">
        <div className="mail-text-editor__column" ref={box}>
          <Panel title={t({ message: 'Words', context: 'of a mail' })}>
            <Form label={t({ message: 'Words', context: 'of a mail' })} onSubmit={submit}>
              <FormError>{problem}</FormError>
              <PlaceholderChips placeholders={placeholders} onInsert={insert} />
              <RestorableField {...restorable('subject', t`Subject`)}>
                <TextField label={t`Subject`} autoComplete="off" {...field('subject')} {...caret} />
              </RestorableField>
              <RestorableField {...restorable('title', t`Heading`)}>
                <TextField label={t`Heading`} autoComplete="off" {...field('title')} {...caret} />
              </RestorableField>
              <RestorableField {...restorable('text', t`Text`)}>
                <TextareaField
                  label={t`Text`}
                  rows={10}
                  hint={t`An empty line begins a new paragraph. What the mail is about follows by itself.`}
                  {...field('text')}
                  {...caret}
                />
              </RestorableField>
              <SaveBar dirty={formState.isDirty} saving={saving} onDiscard={() => reset()} />
            </Form>
          </Panel>
          <Anchor href={historyPath({ type: 'mail_text', id: kind })} className="mail-text-editor__log">
            {t`Activity for this text`}
          </Anchor>
        </div>
        <TextPreview kind={kind} words={words} />
      </div>
    </AdminPage>
  );
}
