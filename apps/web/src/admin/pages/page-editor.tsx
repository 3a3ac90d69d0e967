import { Anchor } from '@lantern/ui/anchor';
import { Checkbox } from '@lantern/ui/checkbox';
import { Form, FormRow } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { language } from '@lantern/ui/language';
import { Panel } from '@lantern/ui/panel';
import { SaveBar } from '@lantern/ui/save-bar';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { pagePath } from '../../lib/paths.ts';
import { historyPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { LeaveGuard } from '../shared/leave-guard.tsx';
import type { AdminPageData } from './page-form.ts';
import { PagePreview } from './page-preview.tsx';
import { PageTranslation } from './page-translation.tsx';
import { usePageForm } from './use-page-form.ts';
import './page-editor.css';

/** Edits a page, beside what it looks like. */
export function PageEditor({ page, above }: { page: AdminPageData; above: JSX.Element }) {
  const { field, problem, register, watch, reset, formState, saving, submit } = usePageForm(page);
  const [, ...others] = language().all;
  // The language that is being written; null is the store's first.
  const [previewed, setPreviewed] = useState<string | null>(null);
  return (
    <AdminPage title={page.title} above={above}>
      <LeaveGuard dirty={formState.isDirty} />
      <div className="page-editor">
        <div className="page-editor__column">
          <Panel title={t`Page`}>
            <Form label={t`Page`} onSubmit={submit}>
              <FormError>{problem}</FormError>
              <TextField label={t`Title`} autoComplete="off" {...field('title')} />
              <TextareaField
                label={t`Text`}
                rows={18}
                hint={t`Markdown: ## Heading, **bold**, - list, [words](/pages/contact), | table |. An empty line begins a paragraph.`}
                {...field('markdown')}
                onFocus={() => setPreviewed(null)}
              />
              <FormRow tight>
                <TextField label={t`URL: /pages/…`} autoComplete="off" {...field('slug')} />
                <TextField
                  label={t`Position in the footer`}
                  inputMode="numeric"
                  autoComplete="off"
                  {...field('position')}
                />
              </FormRow>
              <Checkbox label={t`Published`} hint={t`Everybody can read it.`} {...register('published')} />
              <Checkbox label={t`In the footer`} hint={t`Every page links to it.`} {...register('inFooter')} />
              {others.map((code) => (
                <PageTranslation key={code} code={code} field={field} onFocus={() => setPreviewed(code)} />
              ))}
              <SaveBar dirty={formState.isDirty} saving={saving} onDiscard={() => reset()} />
            </Form>
          </Panel>
          <div className="page-editor__links">
            {page.published && (
              <Anchor href={pagePath(page.slug)} className="page-editor__link">
                {t`Open in the store`}
              </Anchor>
            )}
            <Anchor href={historyPath({ type: 'page', id: String(page.id) })} className="page-editor__link">
              {t`Activity for this page`}
            </Anchor>
          </div>
        </div>
        <PagePreview markdown={(previewed && watch(`texts.${previewed}.markdown`)) || watch('markdown')} />
      </div>
    </AdminPage>
  );
}
