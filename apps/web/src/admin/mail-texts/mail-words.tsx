import { Button } from '@lantern/ui/button';
import { language } from '@lantern/ui/language';
import { TextField } from '@lantern/ui/text-field';
import { TextareaField } from '@lantern/ui/textarea-field';
import { t } from '@lingui/core/macro';
import { languageName } from '../fields/translated-texts.ts';
import { PlaceholderChips } from './placeholder-chips.tsx';
import { RestorableField } from './restorable-field.tsx';
import type { useMailTextForm, MailWords as Words } from './use-mail-text-form.ts';
import { usePlaceholders } from './use-placeholders.ts';
import { type WordField, type WordName, wordFields, wordName } from './word-names.ts';

interface MailWordsProps {
  code: string;
  words: Words;
  form: ReturnType<typeof useMailTextForm>;
}

/** The words of a mail in one language, and the way back to the store's own. */
export function MailWords({ code, words: { defaults, placeholders }, form }: MailWordsProps) {
  const { field, watch, setValue } = form;
  const nameOf = (one: WordField) => wordName(code, one);
  const change = (name: WordName, value: string) => setValue(name, value, { shouldDirty: true, shouldValidate: true });
  const { insert, box, caret } = usePlaceholders(wordFields.map(nameOf), change);
  const changed = wordFields.filter((one) => watch(nameOf(one)).trim() !== defaults[one]);
  const labels = labelsIn(code);
  const restorable = (one: WordField) => ({
    label: labels[one],
    onRestore: changed.includes(one) ? () => change(nameOf(one), defaults[one]) : undefined,
  });
  const restoreAll = () => {
    for (const one of changed) change(nameOf(one), defaults[one]);
  };
  const props = (one: WordField) => ({ label: labels[one], lang: code, ...field(nameOf(one)), ...caret });
  return (
    <div className="mail-words" ref={box}>
      <PlaceholderChips placeholders={placeholders} onInsert={insert} />
      <RestorableField {...restorable('subject')}>
        <TextField autoComplete="off" {...props('subject')} />
      </RestorableField>
      <RestorableField {...restorable('title')}>
        <TextField autoComplete="off" {...props('title')} />
      </RestorableField>
      <RestorableField {...restorable('text')}>
        <TextareaField
          rows={10}
          hint={t`An empty line begins a new paragraph. What the mail is about follows by itself.`}
          {...props('text')}
        />
      </RestorableField>
      {changed.length > 1 && (
        <Button size="small" onClick={restoreAll}>
          {t`Use the store’s words for all`}
        </Button>
      )}
    </div>
  );
}

function labelsIn(code: string): Record<WordField, string> {
  if (code === language().all[0]) return { subject: t`Subject`, title: t`Heading`, text: t`Text` };
  const name = languageName(code);
  return {
    subject: t`Subject in ${{ language: name }}`,
    title: t`Heading in ${{ language: name }}`,
    text: t`Text in ${{ language: name }}`,
  };
}
