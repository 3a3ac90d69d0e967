import type { RouterOutputs } from '@lantern/api/types';
import { SaveNote } from '@lantern/ui/save-note';
import { TextField } from '@lantern/ui/text-field';
import { plural } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { messageOf, useTRPC } from '../../lib/trpc.ts';

interface TermFieldProps {
  language: string;
  term: RouterOutputs['admin']['glossary']['list']['terms'][number];
}

/** What a text is called in a language: saved on Enter and when the field is left, so that one after the other can be typed. */
export function TermField({ language, term: { source, text, uses } }: TermFieldProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [words, setWords] = useState(text ?? '');
  const [saved, setSaved] = useState(text ?? '');
  /** What is on its way. */
  const sent = useRef(text ?? '');
  const save = useMutation(
    trpc.admin.glossary.save.mutationOptions({
      // One after the other: the last one typed is the last one saved.
      scope: { id: `term ${language} ${source}` },
      async onSuccess(answer) {
        setSaved(answer.text ?? '');
        // What is on the screen stays there, also what no longer matches the filter.
        await client.invalidateQueries({ ...trpc.admin.glossary.pathFilter(), refetchType: 'none' });
      },
    }),
  );
  const submit = () => {
    const typed = words.trim();
    if (typed === (save.isPending ? sent.current : saved)) return;
    sent.current = typed;
    save.mutate({ language, source, text: typed });
  };
  return (
    <li>
      <TextField
        label={source}
        hint={plural(uses, { one: '# use', other: '# uses' })}
        error={save.error ? messageOf(save.error) : undefined}
        lang={language}
        autoComplete="off"
        maxLength={255}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit();
        }}
      />
      <SaveNote state={save.isPending ? 'saving' : save.isSuccess && words.trim() === saved ? 'saved' : 'idle'} />
    </li>
  );
}
