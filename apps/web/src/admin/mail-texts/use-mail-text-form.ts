import { saveTextInput } from '@lantern/api/admin/mail/schema';
import type { RouterOutputs } from '@lantern/api/types';
import { isolated } from '@lantern/text/isolated';
import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { storeAnswer } from '../../lib/store-answer.ts';
import { apiError, useTRPC } from '../../lib/trpc.ts';
import { useSchemaForm } from '../../lib/use-schema-form.ts';
import { hasReason } from '../shared/conflicts.ts';
import { useSavedToast } from '../shared/use-saved-toast.ts';
import { mailKindName } from './mail-kind-words.ts';

export type MailText = RouterOutputs['admin']['mail']['texts'][number];
/** Those of one language. */
export type MailWords = Pick<MailText, 'defaults' | 'placeholders' | 'isOwn'>;

const wordsInput = saveTextInput.pick({ subject: true, title: true, text: true }).extend({
  texts: saveTextInput.shape.texts.unwrap(),
});

const pickWords = ({ subject, title, text }: MailText['defaults']) => ({ subject, title, text });

const wordsOf = (text: MailText) => ({
  ...pickWords(text),
  texts: Object.fromEntries(Object.entries(text.texts).map(([code, words]) => [code, pickWords(words)])),
});

/** The words of a kind of mail in a language. */
export function wordsIn(text: MailText, code: string): MailWords {
  return code === language().all[0] ? text : (text.texts[code] ?? text);
}

interface MailTextFormOptions {
  /** Something is wrong with these fields; they are about to be focused. */
  onProblem: (names: string[]) => void;
}

/**
 * The form of the words of a kind of mail, and how they are saved. It starts from the server's latest version, and
 * follows it as long as nothing has been edited.
 */
export function useMailTextForm(text: MailText, { onProblem }: MailTextFormOptions) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useSavedToast();
  const [base, setBase] = useState(text);
  const form = useSchemaForm(wordsInput, wordsOf(text));
  const { reset, refuse, handleSubmit } = form;
  const { isDirty } = form.formState;

  const save = useMutation(
    trpc.admin.mail.saveText.mutationOptions({
      async onSuccess(answer) {
        startFrom(answer);
        saved(t`Text of “${{ name: isolated(mailKindName(answer)) }}” saved`, 'mail_text', answer);
        const queryKey = trpc.admin.mail.texts.queryKey();
        const texts = client.getQueryData(queryKey)?.map((one) => (one.kind === answer.kind ? answer : one));
        if (texts) await storeAnswer(client, queryKey, texts);
        await client.invalidateQueries(trpc.admin.mail.pathFilter());
      },
      async onError(error) {
        onProblem(Object.keys(apiError(error)?.fieldErrors ?? {}));
        refuse(error);
        // Once the changes are discarded, the form shows what somebody else has made of it.
        if (hasReason(error, 'version_conflict')) await client.invalidateQueries(trpc.admin.mail.texts.pathFilter());
      },
    }),
  );

  function startFrom(current: MailText) {
    setBase(current);
    reset(wordsOf(current));
  }

  useEffect(() => {
    if (text.version === base.version || isDirty) return;
    setBase(text);
    reset(wordsOf(text));
  }, [text, base, isDirty, reset]);

  const { kind, version } = base;
  const submit = handleSubmit(
    (words) => save.mutate({ kind, version, ...words }),
    ({ texts, ...own }) => onProblem([...Object.keys(own), ...Object.keys(texts ?? {}).map((code) => `texts.${code}`)]),
  );
  return { ...form, saving: save.isPending, submit };
}
