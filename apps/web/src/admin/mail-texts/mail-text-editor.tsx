import { Anchor } from '@lantern/ui/anchor';
import { Form } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { language } from '@lantern/ui/language';
import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { historyPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { LanguageTabs, tabIds } from '../shared/language-tabs.tsx';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import { languageNote } from './language-note.ts';
import { mailKindName, mailOccasion } from './mail-kind-words.ts';
import { MailWords } from './mail-words.tsx';
import { TextPreview } from './text-preview.tsx';
import { type MailText, useMailTextForm, wordsIn } from './use-mail-text-form.ts';
import { languageOfWords, wordName } from './word-names.ts';
import './mail-text-editor.css';

/** Edits the words of the mails of a kind in each language, beside what they look like. */
export function MailTextEditor({ text, above }: { text: MailText; above: JSX.Element }) {
  const id = useId();
  const { all: languages } = language();
  const [shown, show] = useState(languages[0] ?? 'en');
  const form = useMailTextForm(text, {
    // At once, so that the field can be focused.
    onProblem: ([name]) => name && flushSync(() => show(languageOfWords(name))),
  });
  const { problem, watch, reset, formState, saving, submit } = form;
  const written = (code: string) => (wordsIn(text, code).isOwn ? t`Changed` : null);
  const words = {
    subject: watch(wordName(shown, 'subject')),
    title: watch(wordName(shown, 'title')),
    text: watch(wordName(shown, 'text')),
  };
  return (
    <AdminPage title={mailKindName(text)} above={above}>
      <LeaveGuard dirty={formState.isDirty} text={t`Your changes to this text will be lost.`} />
      <p className="mail-text-editor__intro">
        {mailOccasion(text)} {languageNote()}
      </p>
      <div className="mail-text-editor">
        <div className="mail-text-editor__column">
          <Panel title={t({ message: 'Words', context: 'of a mail' })}>
            <Form label={t({ message: 'Words', context: 'of a mail' })} onSubmit={submit}>
              <FormError>{problem}</FormError>
              {languages.length > 1 && (
                <LanguageTabs id={id} languages={languages} shown={shown} onShow={show} noteOf={written} />
              )}
              {languages.map((code) => {
                const { tab, panel } = tabIds(id, code);
                const tabbed = languages.length > 1 && { role: 'tabpanel', 'aria-labelledby': tab };
                return (
                  <div key={code} id={panel} hidden={code !== shown} {...tabbed}>
                    <MailWords code={code} words={wordsIn(text, code)} form={form} />
                  </div>
                );
              })}
              <SaveBar dirty={formState.isDirty} saving={saving} onDiscard={() => reset()} />
            </Form>
          </Panel>
          <Anchor href={historyPath({ type: 'mail_text', id: text.kind })} className="mail-text-editor__log">
            {t`Activity for this text`}
          </Anchor>
        </div>
        <TextPreview kind={text.kind} language={shown} words={words} />
      </div>
    </AdminPage>
  );
}
